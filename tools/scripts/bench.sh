#!/usr/bin/env bash
# Measures; see benchmarks/.
set -euo pipefail

scripts=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
# shellcheck source=tools/scripts/images.sh
source "$scripts/images.sh"
# shellcheck source=tools/scripts/build.sh
source "$scripts/build.sh"

require_dotnet
if [[ ! " $* " =~ ^(" matching"|" evaluation")+" "$ ]]; then # these two only count
    ensure_packages nginx:nginx fcgiwrap:fcgiwrap # the reference for Git
    ensure_docker "$ROOT/data/docker/engine.log"
    ensure_images
    ensure_typesetter
fi

cd "$ROOT"
exec dotnet run --configuration Release --project benchmarks/Academy.Benchmarks -- "$@"
