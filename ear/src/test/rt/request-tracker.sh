#!/usr/bin/env bash
# A real Request Tracker 5 on this machine, for the demo and the tests: Debian's own, with a PostgreSQL cluster, queue,
# custom fields, executives and tokens of its own. Everything it makes lies in one folder; nothing under /etc is edited.
#
#   request-tracker.sh start     installs what is missing, makes and starts all; prints the file with its settings
#   request-tracker.sh status    0 and its address when it runs, else 3
#   request-tracker.sh stop      ends it and its database; the data stays
#   request-tracker.sh remove    ends it and deletes its folder
#
# Each may be said twice. Root does the work as www-data, since neither PostgreSQL nor RT should be root's.
#
#   BUZON_RT_DIR             the folder (default: /var/tmp/buzon-rt-<user>)
#   BUZON_RT_PORT            port of RT's pages, on loopback (default: the one before, else a free one)
#   BUZON_RT_DB_PORT         port of its PostgreSQL, on loopback (the same)
#   BUZON_RT_DOORBELL_URL    where it rings when a ticket changes (default: the one before, else nowhere)
#   BUZON_RT_WORKERS         processes that serve its pages (default 4)
#   BUZON_RT_LARGEST_PART    bytes of a text or file, of which it cuts off what is more (default: it cuts nothing)
set -euo pipefail
umask 077

own_folder="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
worker=www-data
if [ "$(id -u)" -eq 0 ]; then user=$worker; else user=$(id -un); fi
folder="$(realpath -m -s "${BUZON_RT_DIR:-/var/tmp/buzon-rt-$user}")"

say() { echo "request-tracker: $*" >&2; }
fail() { say "$*"; exit 1; }

# ---- as whoever has called

packages=(request-tracker5 postgresql libdbd-pg-perl starlet dbconfig-no-thanks msmtp-mta)

postgresql_programs() {
    local found
    found=$(ls -d /usr/lib/postgresql/*/bin/initdb 2>/dev/null | sort -V | tail -1)
    [ -n "$found" ] && dirname "$found"
}

is_installed() {
    [ -x /usr/sbin/rt-setup-database-5 ] && [ -n "$(postgresql_programs)" ] && perl -MDBD::Pg -MStarlet -e1 2>/dev/null
}

install_packages() {
    is_installed && return
    local by_hand="apt-get install --no-install-recommends ${packages[*]}"
    command -v apt-get >/dev/null || fail "needs Debian 12 or a relative of it, with its package request-tracker5."
    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        sudo -n true 2>/dev/null || fail "Request Tracker is not installed and I may not install it. As root:  $by_hand"
        as_root=(sudo -n)
    fi
    say "installing ${packages[*]}"
    local log
    log=$(mktemp)
    if ! { "${as_root[@]}" apt-get update -q && "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -q --no-install-recommends "${packages[@]}"; } >"$log" 2>&1 </dev/null; then
        tail -20 "$log" >&2
        fail "could not install it, see $log. By hand, as root:  $by_hand"
    fi
    rm -f "$log"
    is_installed || fail "installed, and still incomplete. By hand, as root:  $by_hand"
}

make_folder() {
    if [ ! -e "$folder" ]; then
        mkdir -p "$(dirname "$folder")"
        mkdir -m 700 "$folder"
        [ "$(id -u)" -ne 0 ] || chown "$user:" "$folder"
    fi
    [ "$(stat -c %U "$folder")" = "$user" ] || fail "$folder belongs to $(stat -c %U "$folder"), not to $user."
}

# The other user may not be able to read where this script lies, and root writes nothing into a folder of theirs
lay_programs() {
    local code lay='umask 077; mkdir -p "$1/program" && tar -x -C "$1/program"'
    code="$(cd "$own_folder/../../../docs" 2>/dev/null && pwd || echo "$own_folder")"
    tar -c -C "$own_folder" request-tracker.sh furnish.pl RT_SiteConfig.pm -C "$code" request-tracker-doorbell.pl |
        if [ "$(id -u)" -eq 0 ]; then (cd / && runuser -u "$user" -- sh -c "$lay" lay "$folder"); else sh -c "$lay" lay "$folder"; fi
}

in_worker_name() {
    local settings=()
    for name in BUZON_RT_PORT BUZON_RT_DB_PORT BUZON_RT_DOORBELL_URL BUZON_RT_WORKERS BUZON_RT_LARGEST_PART; do
        [ -z "${!name:-}" ] || settings+=("$name=${!name}")
    done
    local command=(env -i "PATH=/usr/sbin:/usr/bin:/sbin:/bin" "LANG=C.UTF-8" "HOME=$folder" "BUZON_RT_DIR=$folder"
        "${settings[@]}" bash "$folder/program/request-tracker.sh" "worker-$1")
    cd /
    if [ "$(id -u)" -eq 0 ]; then runuser -u "$user" -- "${command[@]}"; else "${command[@]}"; fi
}

# ---- as the ordinary user, in the folder

cluster="$folder/database"
environment="$folder/environment"

free_port() {
    perl -MIO::Socket::INET -e 'print IO::Socket::INET->new(Listen => 1, LocalAddr => "127.0.0.1")->sockport'
}

is_free() { perl -MIO::Socket::INET -e 'exit !IO::Socket::INET->new(Listen => 1, LocalAddr => "127.0.0.1", LocalPort => shift, ReuseAddr => 1)' "$1"; }

# What was chosen, else the one before if whoever has it is ours or nobody has it, else a free one
port() {
    local name=$1 chosen=$2 kept="$folder/chosen.$1"
    shift 2
    if [ -z "$chosen" ] && [ -s "$kept" ] && ! "$@" && ! is_free "$(cat "$kept")"; then rm "$kept"; fi
    setting "$name" "$chosen" "$(free_port)"
}

# What was chosen, else what it was before, else the usual: remembered in a file of its name
setting() {
    local name=$1 chosen=$2 usual=$3 kept="$folder/chosen.$1"
    if [ -n "$chosen" ]; then echo "$chosen" >"$kept"; elif [ ! -s "$kept" ]; then echo "$usual" >"$kept"; fi
    cat "$kept"
}

random() { head -c 24 /dev/urandom | od -An -tx1 | tr -d ' \n'; }

secret() {
    [ -s "$folder/secret.$1" ] || random >"$folder/secret.$1"
    cat "$folder/secret.$1"
}

# What it starts must not inherit the lock
control() { "$(postgresql_programs)/pg_ctl" -s -D "$cluster" -l "$folder/postgresql.log" "$@" 9>&-; }

has_database() { control status >/dev/null 2>&1; }

start_database() {
    local port=$1
    if [ ! -s "$cluster/PG_VERSION" ]; then
        rm -rf "$cluster" "$folder/database.is.complete" "$folder/furnished" "$folder/secret.users"
        secret database >/dev/null
        "$(postgresql_programs)/initdb" -D "$cluster" -U rt --pwfile="$folder/secret.database" --auth=scram-sha-256 \
            --encoding=UTF8 --locale=C.UTF-8 >"$folder/initdb.log" 2>&1 || fail "no cluster, see $folder/initdb.log"
    fi
    if has_database; then return; fi
    cat >"$cluster/postgresql.auto.conf" <<END
listen_addresses = '127.0.0.1'
port = $port
unix_socket_directories = ''
max_connections = 40
END
    control -w -t 60 start </dev/null >/dev/null || fail "PostgreSQL did not start, see $folder/postgresql.log"
}

lay_configuration() {
    secret database >/dev/null
    secret doorbell >/dev/null
    mkdir -p "$folder/configuration" "$folder/mason" "$folder/session"
    # RT hands over each mail by a pipe, which has to be read to its end
    printf '#!/bin/sh\nexec cat >/dev/null\n' >"$folder/mail-sink"
    chmod 700 "$folder/mail-sink"
    export RT_SITE_CONFIG="$folder/program/RT_SiteConfig.pm" RT_SITE_CONFIG_DIR="$folder/configuration"
}

make_tables() {
    [ ! -e "$folder/database.is.complete" ] || return 0
    say "making the tables"
    secret root >/dev/null
    local log="$folder/setup.log"
    rm -f "$folder/furnished" "$folder/secret.users"
    RT_DBA_PASSWORD=$(secret database) /usr/sbin/rt-setup-database-5 --action drop --force >"$log" 2>&1 </dev/null || true
    RT_DBA_PASSWORD=$(secret database) /usr/sbin/rt-setup-database-5 --action init \
        --root-password-file "$folder/secret.root" >>"$log" 2>&1 </dev/null || { tail -5 "$log" >&2; fail "no tables, see $log"; }
    touch "$folder/database.is.complete"
}

furnish() {
    local now
    now=$(sha256sum "$folder/program/furnish.pl" "$folder/program/request-tracker-doorbell.pl")
    [ "$now" != "$(cat "$folder/furnished" 2>/dev/null)" ] || return 0
    perl "$folder/program/furnish.pl" "$folder/secret.users" "$folder/program/request-tracker-doorbell.pl" \
        >"$folder/furnish.log" 2>&1 </dev/null || { tail -5 "$folder/furnish.log" >&2; fail "not furnished, see $folder/furnish.log"; }
    echo "$now" >"$folder/furnished"
}

server_pid() {
    local pid
    pid=$(cat "$folder/server.pid" 2>/dev/null) || return 1
    [ -n "$pid" ] && [ -r "/proc/$pid/cmdline" ] && grep -qa rt-server "/proc/$pid/cmdline" && echo "$pid"
}

is_serving() { server_pid >/dev/null; }

answers() {
    [ "$(perl -MHTTP::Tiny -e 'print HTTP::Tiny->new(timeout => 20)->get(shift)->{status}' "http://127.0.0.1:$1/REST/2.0/rt")" = 401 ]
}

start_server() {
    local port=$1 workers now
    workers=$(setting workers "${BUZON_RT_WORKERS:-}" 4)
    now=$(sha256sum "$folder/program/RT_SiteConfig.pm" "$folder"/chosen.*)
    if is_serving; then
        [ "$now" != "$(cat "$folder/served.configuration" 2>/dev/null)" ] || return 0
        stop_server
    fi
    # In a session of its own: a Ctrl-C meant for others does not end it
    setsid /usr/share/request-tracker5/libexec/rt-server --server Starlet --host 127.0.0.1 --port "$port" \
        --max-workers "$workers" --max-reqs-per-child 100000 --keepalive-timeout 5 \
        </dev/null >>"$folder/rt.log" 2>&1 9>&- &
    echo $! >"$folder/server.pid"
    local left=240
    until answers "$port"; do
        is_serving || { tail -5 "$folder/rt.log" >&2; fail "RT has ended, see $folder/rt.log"; }
        left=$((left - 1))
        [ $left -gt 0 ] || fail "RT does not answer, see $folder/rt.log"
        sleep 0.25
    done
    echo "$now" >"$folder/served.configuration"
}

stop_server() {
    local pid left=40
    pid=$(server_pid) || return 0
    kill -TERM "$pid"
    while is_serving; do
        left=$((left - 1))
        [ $left -gt 0 ] || { kill -KILL -- "-$pid" 2>/dev/null || kill -KILL "$pid" 2>/dev/null || true; }
        sleep 0.25
    done
    rm -f "$folder/server.pid"
}

# In words that the portal understands, and the tests
write_environment() {
    local port=$1 users="$folder/secret.users"
    token() { sed -n "s/^token\.$1=//p" "$users"; }
    cat >"$environment.new" <<END
BUZON_CONNECTOR_SYSTEM=requesttracker
BUZON_REQUESTTRACKER_URL=http://127.0.0.1:$port
BUZON_REQUESTTRACKER_TOKEN=$(token buzon)
BUZON_REQUESTTRACKER_QUEUE=Reclamos
BUZON_WEBHOOK_SECRET=$(secret doorbell)
RT_PAGE=http://127.0.0.1:$port/
RT_USERS=mfuentes rlagos pibanez
RT_PASSWORD=$(sed -n 's/^password=//p' "$users")
RT_TOKEN_MFUENTES=$(token mfuentes)
RT_TOKEN_RLAGOS=$(token rlagos)
RT_TOKEN_PIBANEZ=$(token pibanez)
RT_ROOT_PASSWORD=$(secret root)
END
    mv "$environment.new" "$environment"
}

# What did not start as a whole is ended as a whole
worker_start() {
    local port database_port
    trap worker_stop EXIT
    port=$(port port "${BUZON_RT_PORT:-}" is_serving)
    database_port=$(port database-port "${BUZON_RT_DB_PORT:-}" has_database)
    setting doorbell "${BUZON_RT_DOORBELL_URL:-}" "" >/dev/null
    echo "${BUZON_RT_LARGEST_PART:-}" >"$folder/chosen.largest-part"
    lay_configuration
    start_database "$database_port"
    make_tables
    furnish
    start_server "$port"
    write_environment "$port"
    say "runs at http://127.0.0.1:$port/ ; tokens and passwords are in $environment"
    trap - EXIT
    echo "$environment"
}

worker_stop() {
    stop_server
    if has_database; then control -w -t 60 -m fast stop >/dev/null; fi
    say "stopped; its data stays in $folder"
}

worker_status() {
    if is_serving && has_database; then
        say "runs at http://127.0.0.1:$(cat "$folder/chosen.port")/ ; tokens and passwords are in $environment"
    else
        say "does not run"
        exit 3
    fi
}

# One at a time
locked() {
    exec 9>"$folder/lock"
    flock -w 300 9 || fail "another of my kind is at work in $folder"
    "$@"
}

case "${1:-}" in
    start) install_packages; make_folder; lay_programs; in_worker_name start ;;
    stop | status)
        if [ ! -d "$folder/program" ]; then say "does not run"; [ "$1" = stop ] || exit 3; else in_worker_name "$1"; fi ;;
    remove)
        if [ -d "$folder/program" ]; then in_worker_name stop; fi
        if [ -d "$folder/program" ]; then rm -rf "$folder"; fi ;;
    worker-start) locked worker_start ;;
    worker-stop) locked worker_stop ;;
    worker-status) worker_status ;;
    *) sed -n '2,/^set/{/^#/s/^# \{0,1\}//p}' "${BASH_SOURCE[0]}" >&2; exit 2 ;;
esac
