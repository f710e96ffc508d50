# shellcheck shell=bash
# A PostgreSQL of our own for one run of the tests. Sourced, after common.sh and packages.sh.

# start_postgres: sets ACADEMY_TEST_POSTGRES; stop_postgres ends it and removes its data.
start_postgres() {
    ensure_packages '/usr/lib/postgresql/*/bin/initdb:postgresql' || return 1
    pg_bin=$(compgen -G '/usr/lib/postgresql/*/bin' | sort -V | tail -n 1)
    pg_home=$(mktemp -d /tmp/academy-postgres.XXXXXX) # under artifacts/, the user postgres might not get through to it
    pg_port=$(free_port)
    local password
    password=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
    printf '%s' "$password" >"$pg_home/password"
    ! is_root || chown -R postgres: "$pg_home"

    step 'Starting PostgreSQL for the tests' make_cluster || return 1
    export ACADEMY_TEST_POSTGRES="Host=127.0.0.1;Port=$pg_port;Username=academy;Password=$password;Database=postgres"
}

stop_postgres() {
    [[ -n ${pg_home:-} ]] || return 0
    ! [[ -f $pg_home/data/postmaster.pid ]] || as_postgres "$pg_bin/pg_ctl" stop --pgdata "$pg_home/data" --mode fast >/dev/null
    rm -rf "$pg_home"
}

# No sync: this database only has to live as long as the tests.
make_cluster() {
    as_postgres "$pg_bin/initdb" --pgdata "$pg_home/data" --username academy --pwfile "$pg_home/password" \
        --auth scram-sha-256 --encoding UTF8 --locale C.UTF-8 --no-sync &&
        as_postgres "$pg_bin/pg_ctl" start --wait --pgdata "$pg_home/data" --log "$pg_home/log" \
            --options "-p $pg_port -c listen_addresses=127.0.0.1 -k $pg_home -c fsync=off -c max_connections=200"
}

# PostgreSQL refuses to run as root.
as_postgres() {
    if is_root; then (cd / && runuser --user postgres -- "$@"); else "$@"; fi
}

free_port() {
    local port
    while port=$((20000 + RANDOM % 12000)) && (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do :; done
    echo "$port"
}
