# shellcheck shell=bash
# Building the site, only when its sources have changed. Sourced, after common.sh and packages.sh.

SITE=$ROOT/src/Academy.Web/bin/Release/net10.0/Academy.Web.dll
CLI=$ROOT/src/Academy.Cli/bin/Release/net10.0/Academy.Cli.dll
TYPESETTER=$ROOT/tools/typesetter

ensure_typesetter() {
    [[ -f $TYPESETTER/package-lock.json ]] || return 0
    [[ $TYPESETTER/node_modules/.package-lock.json -nt $TYPESETTER/package-lock.json ]] && return
    ensure_packages node:nodejs npm:npm
    step 'Fetching the libraries that typeset subjects' npm ci --prefix "$TYPESETTER" --no-audit --no-fund
}

ensure_site() { ensure_built 'Building the site' src/Academy.Web "$SITE"; }
ensure_cli() { ensure_built 'Building the tools' src/Academy.Cli "$CLI"; }

# ensure_built "What is being done" PROJECT PROGRAM
ensure_built() {
    local stamp now
    stamp=$ROOT/artifacts/$(basename "$2").stamp
    now=$(sources_fingerprint)
    [[ -f $3 && -f $stamp && $(<"$stamp") == "$now" ]] && return
    step "$1" dotnet build "$ROOT/$2" --configuration Release --verbosity quiet
    sources_fingerprint >"$stamp" # read again: a build may write lock files
}

# Name, size and date of every source: a file that was deleted counts, too.
sources_fingerprint() {
    find "$ROOT/src" "$ROOT/modules" "$ROOT"/Directory.* "$ROOT/global.json" \
        \( -name bin -o -name obj \) -prune -o -type f -printf '%P %s %T@\n' | sort | sha256sum
}
