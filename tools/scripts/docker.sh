# shellcheck shell=bash
# The Docker engine. Sourced, after common.sh and packages.sh.

DOCKER_SOCKET=/var/run/docker.sock
[[ ${DOCKER_HOST:-} == unix://* ]] && DOCKER_SOCKET=${DOCKER_HOST#unix://}

engine_answers() {
    curl --silent --fail --max-time 5 --unix-socket "$DOCKER_SOCKET" http://docker/_ping >/dev/null 2>&1
}

# ensure_docker LOG: an engine that answers, or 1 after a sentence that says what to do.
# LOG: the file in which an engine that we start ourselves writes.
ensure_docker() {
    ensure_packages curl:curl || return 1
    engine_answers && { ensure_client; return; }

    if ! is_root && [[ -S $DOCKER_SOCKET && ! -w $DOCKER_SOCKET ]]; then
        warn "Docker is there, but $(id -un) may not use it. Run 'sudo usermod -aG docker $(id -un)', sign in again, and run this again."
        return 1
    elif ! is_root; then
        warn "Docker does not run. Start it ('sudo apt-get install docker.io', then 'sudo service docker start'), or run this as root."
        return 1
    fi

    ensure_packages dockerd:docker.io iptables:iptables && start_engine "$1" && ensure_client
}

ensure_client() { ensure_packages docker:docker-cli && choose_client; }

# A client newer than the engine may refuse to talk to it; Debian's own, beside the engine, never does.
choose_client() {
    local candidate
    for candidate in docker /usr/bin/docker; do
        DOCKER=$candidate
        "$DOCKER" version >/dev/null 2>&1 && return
    done
    warn "The program 'docker' cannot talk to the engine: $("$DOCKER" version 2>&1 | tail -n 1)"
    return 1
}

start_engine() {
    local log=$1
    mkdir -p "$(dirname "$log")"
    if [[ -d /run/systemd/system ]]; then
        step 'Starting Docker' systemctl start docker && wait_for_engine '' && return
        warn "Docker does not start: 'journalctl -u docker' tells why."
        return 1
    fi

    say '→ Starting Docker …'
    setsid --fork dockerd --host "unix://$DOCKER_SOCKET" --pidfile /var/run/docker-academy.pid >"$log" 2>&1 </dev/null
    wait_for_engine /var/run/docker-academy.pid && return
    warn "Docker does not start: $(diagnose "$log") Its log: $log"
    return 1
}

# wait_for_engine PIDFILE: until it answers; gives up after 60 s, or as soon as the process behind PIDFILE is gone.
wait_for_engine() {
    local started=$SECONDS
    until engine_answers; do
        ((SECONDS - started < 60)) || return 1
        [[ -z $1 || $SECONDS -lt $((started + 3)) ]] || kill -0 "$(cat "$1" 2>/dev/null)" 2>/dev/null || return 1
        sleep 0.2
    done
}

diagnose() {
    if grep -qi 'cgroup.*\(mount\|not found\|no such\)' "$1"; then
        echo "the kernel's control groups are not mounted ('apt-get install cgroupfs-mount', then 'cgroupfs-mount')."
    elif grep -qi 'iptables\|nat chain' "$1"; then
        echo 'it may not set up the network (iptables): run this on a machine or in a container that is allowed to.'
    elif grep -qi 'permission denied\|operation not permitted' "$1"; then
        echo 'this machine forbids it: a container has to be privileged for Docker to run inside.'
    elif grep -qi 'no space left' "$1"; then
        echo 'the disk is full.'
    else
        grep -i 'failed\|error\|fatal' "$1" | tail -n 1 | sed 's|[.]*$|.|'
    fi
}
