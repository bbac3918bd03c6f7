#!/usr/bin/env bash
# Builds once and runs every test: ./test.sh [--long] [NAME...]   (NAME: a test project, e.g. Domain.Tests)
# --long: more of the same: Cluster.Tests with 20,000 computers and more kills, more seeds of nights; up to half an hour longer.
# Installs what the tests need if it is missing; servers listen on loopback only and end with their tests.
# The last line is made from the real counts: "N passed, N failed". Exit code 1 when a test failed or did not run.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

jobs=2
logs=$(mktemp -d)
trap 'rm -rf "$logs"' EXIT

need() { # need COMMAND PACKAGE: a Debian package, if the command is not there
    command -v "$1" >/dev/null && return
    echo "installing $2"
    { [ "$(id -u)" = 0 ] || { echo "test.sh: $1 is missing, and only root can install it" >&2; exit 1; }; }
    export DEBIAN_FRONTEND=noninteractive
    { apt-get update -qq && apt-get install -y -qq "$2"; } >"$logs/apt.log" 2>&1 || { cat "$logs/apt.log"; exit 1; }
}

. eng/postgres.sh
command -v dotnet >/dev/null || { echo "test.sh: the .NET SDK of global.json is missing" >&2; exit 1; }
need curl curl
need node nodejs
need npm npm
need chromium chromium
postgres_install || exit 1

packages() { # packages FOLDER: exactly what its lock file names, unless it is there already
    [ "$1/node_modules/.package-lock.json" -nt "$1/package-lock.json" ] && return
    echo "installing the packages of $1"
    npm ci --prefix "$1" --ignore-scripts --no-audit --no-fund >"$logs/npm.log" 2>&1 || { cat "$logs/npm.log"; exit 1; }
}
packages tests/Ecd.Tests/scripts
packages examples

eng/build.sh WuyingOrleans.sln || exit 1

[ "${1:-}" = --long ] && { export TEST_LENGTH=long; shift; }
names=("$@")
if [ ${#names[@]} -eq 0 ]; then # the longest first, so that none is left over at the end
    mapfile -t names < <(cd tests && printf '%s\n' Program.Tests Simulation.Tests Cluster.Tests Api.Tests Ecd.Tests; ls -d -- *.Tests | grep -vE '^(Program|Simulation|Cluster|Api|Ecd)\.')
fi

# A hundred programs start and are stopped again: none lives long enough to profit from being watched by the compiler.
export DOTNET_TieredPGO=0

run() { # one test project; its own temporary directory, so that nothing is left on the machine
    local name=$1 dir
    dir=$(mktemp -d "$logs/$name.XXXX")
    TMPDIR=$dir "artifacts/bin/$name/release/Wuying.$name" -noColor >"$logs/$name.log" 2>&1
    echo "exit code $?" >>"$logs/$name.log"
    grep -E 'Total: [0-9]+, Errors' "$logs/$name.log" | sed 's/^ *//'
}
export -f run
export logs

printf '%s\n' "${names[@]}" | xargs -P "$jobs" -I{} bash -c 'run {}'

passed=0 failed=0
for name in "${names[@]}"; do
    log=$logs/$name.log
    if ! read -r total errors failures skipped < <(sed -nE 's/.*Total: ([0-9]+), Errors: ([0-9]+), Failed: ([0-9]+), Skipped: ([0-9]+).*/\1 \2 \3 \4/p' "$log"); then
        echo "--- $name did not finish"; tail -n 50 "$log"; failed=$((failed + 1)); continue
    fi
    passed=$((passed + total - failures - skipped)) failed=$((failed + failures + errors))
    if [ "$((failures + errors))" -gt 0 ] || ! grep -q '^exit code 0$' "$log"; then
        echo "--- $name"; grep -vE '^ *(Discover|Start|Finish)' "$log" | tail -n 200
        [ "$((failures + errors))" -gt 0 ] || failed=$((failed + 1))
    fi
done

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
