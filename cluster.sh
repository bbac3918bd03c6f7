#!/usr/bin/env bash
# A cluster on this machine: a private PostgreSQL, silos and an Api, all on loopback; everything it keeps is under data/cluster.
#
#   ./cluster.sh up [SILOS] [-- OPTION...]   start it; 3 silos unless said otherwise; the options go to silos and Api
#   ./cluster.sh status                      one line a process
#   ./cluster.sh kill N                      end silo N as a power cut would (kill -9)
#   ./cluster.sh stop N                      stop silo N as an operator would: it hands its grains over
#   ./cluster.sh restart N                   start silo N again, stopping it first if it runs
#   ./cluster.sh logs [NAME]                 follow the logs: silo-1, silo-2, …, api or postgres; all unless said otherwise
#   ./cluster.sh down                        stop everything; the data stays, and the next "up" goes on with it
#
# Options are those of the program (dotnet run --project src/Api -- --help), for example
#   ./cluster.sh up 3 -- --clock-start 2023-10-24T10:00:00Z --rate 300 --demo-fleet 2000
# In the environment: CLUSTER_HOME, another place for the data; API_PORT, where the Api listens, 5080 or the next free port.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
home=${CLUSTER_HOME:-$root/data/cluster}
silos_default=3
start_max=60 # seconds

die() { echo "cluster.sh: $*" >&2; exit 1; }
help() { sed -nE '2,/^set/{s/^# ?//p}' "${BASH_SOURCE[0]}"; }

is_open() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }
free_port() { # free_port FROM: the first free one that no process of this cluster was promised
    local port=$1
    while is_open "$port" || grep -qsw -- "$port" "$home"/*.port; do port=$((port + 1)); done
    echo "$port"
}
port_of() { # port_of NAME FROM: a process keeps its port as long as the cluster exists, so that what comes back comes back to its place
    [ -s "$home/$1.port" ] || free_port "$2" >"$home/$1.port"
    cat "$home/$1.port"
}

pid_of() { cat "$home/$1.pid" 2>/dev/null || true; }
runs() { local pid; pid=$(pid_of "$1"); [ -n "$pid" ] && kill -0 "$pid" 2>/dev/null; }
silos() { local file; for file in "$home"/silo-*.port; do [ -e "$file" ] && basename "$file" .port; done | grep -E '^silo-[0-9]+$' | sort -V; }

launch() { # launch NAME PROGRAM OPTION...
    local name=$1 program=$2
    shift 2
    setsid "$root/artifacts/bin/$program/release/Wuying.$program" "$@" >>"$home/$name.log" 2>&1 </dev/null &
    echo $! >"$home/$name.pid"
}

await_ready() { # await_ready NAME
    local deadline=$((SECONDS + start_max))
    until curl --silent --fail --max-time 2 --output /dev/null "http://127.0.0.1:$(cat "$home/$1.port")/health/ready"; do
        runs "$1" || { tail -n 20 "$home/$1.log" >&2; die "$1 ended; see $home/$1.log"; }
        [ $SECONDS -lt $deadline ] || die "$1 is not ready after $start_max s; see $home/$1.log"
        sleep 0.2
    done
}

end() { # end NAME SIGNAL
    local pid
    pid=$(pid_of "$1")
    [ -n "$pid" ] || return 0
    kill "-$2" "$pid" 2>/dev/null || true # it may have ended by itself
    while kill -0 "$pid" 2>/dev/null; do sleep 0.1; done
    rm -f "$home/$1.pid"
}

store() { echo "postgres:Host=127.0.0.1;Port=$(cat "$home/postgres.port");Username=postgres;Database=postgres"; }

options() { # the options of the last "up", one a line
    local option
    given=()
    while IFS= read -r option; do given+=("$option"); done <"$home/options"
}

database_up() {
    "$root/eng/postgres.sh" install || die "PostgreSQL is missing"
    "$root/eng/postgres.sh" start "$home/postgres" "$(port_of postgres 5440)" >>"$home/postgres.log" 2>&1 || die "PostgreSQL did not start; see $home/postgres.log"
}

launch_silo() { # launch_silo NAME
    options
    launch "$1" Silo --urls "http://127.0.0.1:$(port_of "$1" 5180)" --store "$(store)" \
        --Cluster:SiloPort "$(port_of "$1.silo" 11110)" --Cluster:GatewayPort "$(port_of "$1.gateway" 30010)" "${given[@]}"
}

up() {
    local count=$silos_default number name
    [[ ${1:-} =~ ^[0-9]+$ ]] && { count=$1; shift; }
    [ "$count" -ge 1 ] || die "a cluster has at least one silo"
    [ $# -eq 0 ] || [ "$1" = -- ] || die "'$1' is not understood; options come after --"
    [ $# -eq 0 ] || shift
    ! runs api || die "it is up already; ./cluster.sh status shows it, ./cluster.sh down stops it"
    mkdir -p "$home"
    printf '%s\n' "$@" | sed '/^$/d' >"$home/options"

    echo "building, and starting PostgreSQL"
    local database
    database_up &
    database=$!
    # The Api holds the silo's program too, for the default of one process. Whoever only runs it need not wait for its analyzers.
    "$root/eng/build.sh" "$root/src/Api" -p:RunAnalyzers=false >"$home/build.log" || { cat "$home/build.log" >&2; die "it does not build"; }
    wait "$database" || exit

    echo "starting $count silos and the Api"
    for ((number = 1; number <= count; number++)); do runs "silo-$number" || launch_silo "silo-$number"; done
    options
    launch api Api --urls "http://127.0.0.1:$(port_of api "${API_PORT:-5080}")" --store "$(store)" --silo cluster "${given[@]}"
    for name in $(silos) api; do ! runs "$name" || await_ready "$name"; done
    echo
    status
    echo
    echo "The Api: http://127.0.0.1:$(cat "$home/api.port")/"
}

status() {
    [ -d "$home" ] || die "there is no cluster here; ./cluster.sh up starts one"
    local name pid state
    printf '%-10s %8s %6s  %s\n' process id port state
    for name in postgres $(silos) api; do
        [ -s "$home/$name.port" ] || continue
        if [ "$name" = postgres ]; then pid=$(head -n 1 "$home/postgres/postmaster.pid" 2>/dev/null || true); else pid=$(pid_of "$name"); fi
        if [ -z "$pid" ] || ! kill -0 "$pid" 2>/dev/null; then state=stopped pid=-
        elif [ "$name" = postgres ]; then state=running
        elif curl --silent --fail --max-time 2 --output /dev/null "http://127.0.0.1:$(cat "$home/$name.port")/health/ready"; then state=ready
        else state="not ready"; fi
        printf '%-10s %8s %6s  %s\n' "$name" "$pid" "$(cat "$home/$name.port")" "$state"
    done
}

silo_named() { # silo_named N
    [[ ${1:-} =~ ^[0-9]+$ ]] && [ -s "$home/silo-$1.port" ] || die "which silo? ./cluster.sh status shows them by number"
    echo "silo-$1"
}

down() {
    local name
    for name in api $(silos); do kill -TERM "$(pid_of "$name")" 2>/dev/null || true; done
    for name in api $(silos); do end "$name" TERM; done
    if [ -e "$home/postgres/postmaster.pid" ]; then "$root/eng/postgres.sh" stop "$home/postgres" >>"$home/postgres.log" 2>&1; fi
    echo "stopped; the data is kept in ${home#"$root"/}"
}

logs() {
    [ -d "$home" ] || die "there is no cluster here; ./cluster.sh up starts one"
    exec tail -n 50 -F "$home"/${1:-*}.log
}

command=${1:-help}
[ $# -eq 0 ] || shift
case $command in
    up) up "$@" ;;
    down) down ;;
    status) status ;;
    kill) name=$(silo_named "${1:-}"); end "$name" KILL; echo "$name is dead" ;;
    stop) name=$(silo_named "${1:-}"); end "$name" TERM; echo "$name is stopped" ;;
    restart) name=$(silo_named "${1:-}"); end "$name" TERM; launch_silo "$name"; await_ready "$name"; echo "$name is ready" ;;
    logs) logs "$@" ;;
    help | --help | -h) help ;;
    *) help >&2; die "'$command' is not understood" ;;
esac
