# shellcheck shell=bash
# Debian packages. Sourced, after common.sh.

# ensure_packages command:package…: installs the packages whose command is not there.
# A command may be a path with * in it. Returns 1, after a sentence, when it cannot.
ensure_packages() {
    local entry missing=()
    for entry in "$@"; do
        has_command "${entry%%:*}" || missing+=("${entry#*:}")
    done
    ((${#missing[@]})) || return 0

    if ! has apt-get; then
        warn "Missing: ${missing[*]}. This machine has no apt-get: install them with its own package manager."
        return 1
    elif ! is_root; then
        warn "Missing: ${missing[*]}. Run this once: sudo apt-get update && sudo apt-get install ${missing[*]}"
        return 1
    fi
    step "Installing ${missing[*]} from Debian" install_packages "${missing[@]}"
}

has_command() {
    if [[ $1 == /* ]]; then compgen -G "$1" >/dev/null; else has "$1"; fi
}

install_packages() {
    export DEBIAN_FRONTEND=noninteractive
    local apt=(apt-get --option DPkg::Lock::Timeout=300 --yes)
    "${apt[@]}" update
    "${apt[@]}" install --no-install-recommends "$@"
}
