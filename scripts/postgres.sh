#!/usr/bin/env bash
# A private PostgreSQL for tests.
#
#   scripts/postgres.sh setup   installs Debian's packages when they are missing (needs root)
#   scripts/postgres.sh run     starts a fresh cluster, prints the folder of its socket, and takes the cluster and
#                               its data away when standard input closes (also when the caller is killed)
#
# The cluster listens on a socket in a folder of its own, on no network address, and runs as an unprivileged user.
set -euo pipefail

binaries() {
    ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -t/ -k5 -n | tail -1
}

setup() {
    [ -n "$(binaries)" ] && return 0
    DEBIAN_FRONTEND=noninteractive apt-get update -q
    DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends postgresql
}

unprivileged() {
    if [ "$(id -u)" -eq 0 ]; then
        setpriv --reuid=postgres --regid=postgres --clear-groups -- "$@"
    else
        "$@"
    fi
}

run() {
    bin=$(binaries)
    if [ -z "$bin" ]; then
        echo "no PostgreSQL here: run scripts/postgres.sh setup" >&2
        exit 3
    fi
    folder=$(mktemp -d "${TMPDIR:-/tmp}/jifen-pg.XXXXXX")
    trap 'unprivileged "$bin/pg_ctl" -D "$folder/data" -m immediate stop >/dev/null 2>&1; rm -rf "$folder"' EXIT
    [ "$(id -u)" -eq 0 ] && chown postgres "$folder"
    chmod 700 "$folder"
    cd "$folder"
    unprivileged "$bin/initdb" -D "$folder/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 --no-sync >/dev/null
    unprivileged "$bin/pg_ctl" -D "$folder/data" -w -l "$folder/log" -o "-k $folder -c listen_addresses='' \
        -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=200" start >/dev/null
    echo "$folder $bin"
    cat >/dev/null
}

case "${1:-}" in
    setup) setup ;;
    run) run ;;
    *) sed -n '2,9p' "$0" >&2; exit 2 ;;
esac
