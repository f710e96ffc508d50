#!/usr/bin/env bash
# The trainer's tools: check, grade, new, import. The tool is built when its sources have changed, and says nothing about it
# on standard output: what it prints there may be read by a program.
set -euo pipefail

scripts=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
# shellcheck source=tools/scripts/images.sh
source "$scripts/images.sh"
# shellcheck source=tools/scripts/build.sh
source "$scripts/build.sh"

{
    require_dotnet
    ensure_cli
    if [[ $1 != new && " $* " != *" --help "* && " $* " != *" -h "* ]]; then
        ensure_docker "$ROOT/data/docker/engine.log" && ensure_images || exit 2
    fi
} >&2

export DOCKER_SOCKET
exec dotnet "$CLI" "$@"
