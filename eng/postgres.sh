#!/usr/bin/env bash
# A private PostgreSQL server, for tests, measurements and clusters on one machine. Run it or source it:
#   eng/postgres.sh install                      the Debian package, if it is missing; no server is started
#   eng/postgres.sh start DIR PORT               a server on 127.0.0.1:PORT with its files in DIR; made there if DIR is empty
#   eng/postgres.sh stop DIR [fast|immediate]    fast: as an administrator would; immediate: as a power cut would
#   eng/postgres.sh guard DIR                    waits until its standard input ends, then stops the server and removes DIR
# The user "postgres" needs no password from this machine. Commits are synced to disk, as anywhere else.
# PostgreSQL does not run as root: there, the server belongs to the user "postgres", who must be able to reach DIR.

postgres_bin() { # the newest server installed; a client alone does not count
    ls /usr/lib/postgresql/*/bin/initdb 2>/dev/null | sort -V | tail -n 1 | sed 's|/initdb$||'
}

postgres_install() {
    [ -n "$(postgres_bin)" ] && return
    [ "$(id -u)" = 0 ] || { echo "postgres.sh: PostgreSQL is missing, and only root can install it" >&2; return 1; }

    # Debian would start a server of its own at once: told beforehand, it makes none.
    mkdir -p /etc/postgresql-common
    [ -e /etc/postgresql-common/createcluster.conf ] || echo "create_main_cluster = false" > /etc/postgresql-common/createcluster.conf
    local log
    log=$(mktemp)
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq postgresql; } >"$log" 2>&1 || { cat "$log" >&2; rm -f "$log"; return 1; }
    rm -f "$log"
}

postgres_run() { # COMMAND...: as a user that PostgreSQL accepts
    if [ "$(id -u)" = 0 ]; then
        (cd / && setpriv --reuid=postgres --regid=postgres --clear-groups "$(postgres_bin)/$1" "${@:2}")
    else
        "$(postgres_bin)/$1" "${@:2}"
    fi
}

postgres_start() { # DIR PORT
    local dir=$1 port=$2
    [ -n "$(postgres_bin)" ] || { echo "postgres.sh: PostgreSQL is missing; run eng/postgres.sh install" >&2; return 1; }
    mkdir -p "$dir"
    [ "$(id -u)" != 0 ] || chown postgres:postgres "$dir"
    chmod 700 "$dir"
    if [ ! -e "$dir/PG_VERSION" ]; then
        postgres_run initdb -D "$dir" -U postgres -A trust -E UTF8 --locale=C --no-sync >"/dev/null" || return 1
        postgres_settings "$dir" >> "$dir/postgresql.conf"
    fi

    # Its words go into its directory and not to whoever waits for the end of this script's output.
    postgres_run pg_ctl start -D "$dir" -w -t 60 -l "$dir/server.log" -o "-p $port" >/dev/null 2>&1 </dev/null || { tail -n 20 "$dir/server.log" >&2; return 1; }
}

postgres_settings() { # DIR: for a machine with few cores and many other things to do
    cat <<SETTINGS
listen_addresses = '127.0.0.1'
unix_socket_directories = '$1'
max_connections = 300
shared_buffers = 256MB
max_wal_size = 2GB
checkpoint_completion_target = 0.9
wal_compression = on
fsync = on
synchronous_commit = on
SETTINGS
}

postgres_stop() { # DIR [MODE]
    [ ! -e "$1/postmaster.pid" ] || postgres_run pg_ctl stop -D "$1" -m "${2:-fast}" -w -t 60 >/dev/null 2>&1
}

postgres_guard() { # DIR
    trap '' INT TERM HUP
    cat >/dev/null
    postgres_stop "$1" immediate
    rm -rf "$1"
}

if [ "${BASH_SOURCE[0]}" = "$0" ]; then
    set -uo pipefail
    case ${1:-} in
        install | start | stop | guard) "postgres_$1" "${@:2}" ;;
        *) sed -n '2,8s/^# \{0,1\}//p' "$0" >&2; exit 2 ;;
    esac
fi
