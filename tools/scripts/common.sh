# shellcheck shell=bash
# What every script needs: where things are, and how we talk. Sourced, not run.

ROOT=$(dirname "$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")")
LOGS=$ROOT/artifacts/logs
mkdir -p "$LOGS"

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDTERMINALLOGGER=off

say() { printf '%s\n' "$*"; }
warn() { printf '! %s\n' "$*" >&2; }
die() {
    warn "$@"
    exit 1
}

is_root() { [[ $(id -u) == 0 ]]; }
has() { command -v "$1" >/dev/null 2>&1; }

# step "What is being done" command…: says it, does it in silence, then says how long it took.
# What the command prints goes to a log file; its end is shown if the command fails.
step() {
    local title=$1 log started=$SECONDS
    shift
    log=$LOGS/$(tr -cs 'a-zA-Z0-9\n' '-' <<<"$title").log
    printf '→ %s …\n' "$title"
    if "$@" >"$log" 2>&1 </dev/null; then
        printf '  done in %d s\n' $((SECONDS - started))
    else
        local code=$?
        tail -n 25 "$log" | sed 's/^/  | /' >&2
        warn "$title: failed after $((SECONDS - started)) s. The whole output is in $log"
        return "$code"
    fi
}

require_dotnet() {
    has dotnet && dotnet --list-sdks | grep -q '^10\.' && return
    die 'The .NET SDK 10 is missing: install it (https://learn.microsoft.com/dotnet/core/install/linux-debian), then run this again.'
}
