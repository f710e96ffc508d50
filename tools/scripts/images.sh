#!/usr/bin/env bash
# The grading images: one folder of images/ each, built when its folder has changed.
set -euo pipefail

scripts=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
# shellcheck source=tools/scripts/common.sh
source "$scripts/common.sh"
# shellcheck source=tools/scripts/packages.sh
source "$scripts/packages.sh"
# shellcheck source=tools/scripts/docker.sh
source "$scripts/docker.sh"

readonly LABEL=academy.folder DEBIAN=bookworm

# ensure_images: every image of images/ is there and as its folder says.
ensure_images() {
    exec {lock}>"$ROOT/artifacts/images.lock"
    flock "$lock" # two starts at once build once

    local base folder
    base=$(folder_hash base)
    image_is base "$base" || { ensure_debian && build base "$base" academy/debian:$DEBIAN; }
    for folder in "$ROOT"/images/*/; do
        folder=$(basename "$folder")
        [[ $folder == base ]] || ensure_image "$folder" "$(folder_hash "$folder" "$base")"
    done
    exec {lock}>&-
}

ensure_image() { image_is "$1" "$2" || build "$1" "$2" academy/base; }

# The base's hash goes into the hash of those that stand on it.
folder_hash() {
    (cd "$ROOT/images/$1" && find . \( -name node_modules -o -name sdk \) -prune -o -type f -print0 | sort -z | xargs -0 sha256sum && echo "${2:-}") | sha256sum | cut -c 1-16
}

image_is() {
    [[ $("$DOCKER" image inspect --format "{{index .Config.Labels \"$LABEL\"}}" "academy/$1" 2>/dev/null) == "$2" ]]
}

build() {
    local old
    old=$("$DOCKER" image inspect --format '{{.Id}}' "academy/$1" 2>/dev/null || true)
    # Without its buildx plugin the client can still use the engine's own builder.
    "$DOCKER" buildx version >/dev/null 2>&1 || export DOCKER_BUILDKIT=0
    [[ ! -f $ROOT/images/$1/package-lock.json ]] || fetch_libraries "$1"
    [[ $1 != dotnet ]] || step 'Bringing the C# compiler for the grading image academy/dotnet' bring_sdk
    step "Building the grading image academy/$1" \
        "$DOCKER" build --build-arg "BASE=$3" --label "$LABEL=$2" --tag "academy/$1" "$ROOT/images/$1"
    [[ -z $old ]] || "$DOCKER" rmi "$old" >/dev/null 2>&1 || true # still in use: then it stays
}

# Outside of the image: there npm would bring hundreds of packages of its own.
fetch_libraries() {
    ensure_packages npm:npm
    step "Fetching the libraries of the grading image academy/$1" \
        npm ci --prefix "$ROOT/images/$1" --ignore-scripts --no-audit --no-fund
}

# What compiles and runs C# of the newest SDK 10 of this machine: compiler, runtime, and what programs are compiled against.
bring_sdk() {
    local dotnet sdk=$ROOT/images/dotnet/sdk
    require_dotnet
    dotnet=$(dirname "$(readlink -f "$(command -v dotnet)")")
    rm -rf "$sdk"
    mkdir -p "$sdk/host/fxr" "$sdk/shared/Microsoft.NETCore.App"
    cp "$dotnet/dotnet" "$sdk/"
    cp -r "$(newest "$dotnet/host/fxr")" "$sdk/host/fxr/"
    cp -r "$(newest "$dotnet/shared/Microsoft.NETCore.App")" "$sdk/shared/Microsoft.NETCore.App/"
    cp -r "$(newest "$dotnet/sdk")/Roslyn/bincore" "$sdk/compiler"
    cp -r "$(newest "$dotnet/packs/Microsoft.NETCore.App.Ref")/ref/net10.0" "$sdk/ref"
}

newest() { find "$1" -mindepth 1 -maxdepth 1 -name '10.*' | sort --version-sort | tail -n 1; }

# Debian itself: from a registry, or, where none answers, made here from Debian's packages.
ensure_debian() {
    "$DOCKER" image inspect academy/debian:$DEBIAN >/dev/null 2>&1 && return
    say "→ Fetching debian:$DEBIAN-slim from a registry …"
    if timeout 300 "$DOCKER" pull --quiet debian:$DEBIAN-slim >"$LOGS/pull.log" 2>&1; then
        "$DOCKER" tag debian:$DEBIAN-slim academy/debian:$DEBIAN
    else
        say '  no registry answers: making it here instead'
        ensure_packages mmdebstrap:mmdebstrap
        step "Making Debian $DEBIAN from its packages" make_debian
    fi
}

make_debian() {
    local sources
    # shellcheck disable=SC2016  # these are apt's own names
    sources=$(apt-get indextargets --format 'deb $(REPO_URI) $(RELEASE) $(COMPONENT)' 'Identifier: Packages' |
        grep " $DEBIAN.* main$" | sort -u) || sources="deb http://deb.debian.org/debian $DEBIAN main"
    mmdebstrap --variant=minbase --format=tar $DEBIAN - - <<<"$sources" | "$DOCKER" import - academy/debian:$DEBIAN
}

if [[ ${BASH_SOURCE[0]} == "$0" ]]; then
    ensure_docker "$ROOT/data/docker/engine.log"
    ensure_images
    say 'The grading images are up to date.'
fi
