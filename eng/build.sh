#!/usr/bin/env bash
# eng/build.sh PROJECT [OPTION...]: a release build, quiet unless something is wrong. One compiler serves all projects of the build and ends
# with it: started anew for each, it would take twice as long.
set -uo pipefail
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1
compiler=wuying-$$
trap 'pkill -f -- "-pipename:$compiler" || true' EXIT
dotnet build "$1" --configuration Release --verbosity quiet -clp:NoSummary -p:UseSharedCompilation=true "-p:SharedCompilationId=$compiler" "${@:2}"
