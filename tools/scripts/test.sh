#!/usr/bin/env bash
# All checks and all tests, or those of some projects. The last line is "N passed, N failed".
set -euo pipefail

scripts=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
# shellcheck source=tools/scripts/images.sh
source "$scripts/images.sh"
# shellcheck source=tools/scripts/build.sh
source "$scripts/build.sh"
# shellcheck source=tools/scripts/postgres.sh
source "$scripts/postgres.sh"

words=("$@")
results=$ROOT/artifacts/tests
passed=0
failed=0

# One check counts like one test.
check() {
    if step "$@"; then passed=$((passed + 1)); else failed=$((failed + 1)); fi
}

finish() {
    trap - EXIT
    stop_postgres
    printf '%d passed, %d failed\n' "$passed" "$failed"
    ((failed == 0 && passed > 0))
}

give_up() {
    failed=$((failed + 1))
    finish
    exit 1
}

wanted() {
    ((${#words[@]})) || return 0
    local word
    for word in "${words[@]}"; do [[ ${1,,} != *"${word,,}"* ]] || return 0; done
    return 1
}

projects() {
    local project
    for project in tests/*/*.Tests.csproj tests/*/Academy.Journeys.csproj; do
        ! wanted "$project" || echo "$project"
    done
}

# A project that ends badly without telling of a failed test has crashed or hung: that is a failure, too.
run_project() {
    local name code=0 ok bad trx started=$SECONDS
    name=$(basename "$1" .csproj)
    printf '→ %s …\n' "$name"
    timeout --kill-after 10 1800 dotnet test "$1" --no-build --configuration Release --verbosity quiet \
        --logger "trx;LogFileName=$name.trx" --results-directory "$results" >"$LOGS/$name.log" 2>&1 </dev/null || code=$?

    trx=$results/$name.trx
    ok=$(counter passed "$trx") bad=$(counter failed "$trx")
    ((code == 0 || bad > 0)) || bad=1
    ((passed += ok, failed += bad)) || true
    printf '  %d passed, %d failed in %d s\n' "$ok" "$bad" $((SECONDS - started))
    ((bad == 0)) || report_failures "$LOGS/$name.log"
}

counter() {
    { grep -o "<Counters [^>]*" "$2" 2>/dev/null | grep -o " $1=\"[0-9]*\"" | tr -dc 0-9; } || echo 0
}

report_failures() {
    grep -A 12 '\[FAIL\]\|Failed \|error ' "$1" | head -n 200 | sed 's/^/  | /' || true
    warn "The whole output is in $1"
}

trap give_up EXIT
cd "$ROOT"
require_dotnet
rm -rf "$results"
ensure_packages git:git chromium-headless-shell:chromium-headless-shell shellcheck:shellcheck
start_postgres
ensure_docker "$ROOT/data/docker/engine.log"
ensure_images
ensure_typesetter
mapfile -t selected < <(projects)

if ((${#words[@]} == 0)); then
    check 'Reading the scripts with shellcheck' shellcheck --external-sources academy .ci/run tools/scripts/*.sh
    step 'Building everything' dotnet build Academy.sln --configuration Release --verbosity quiet
    check 'Checking the code style' dotnet format Academy.sln --verify-no-changes --no-restore
else
    ((${#selected[@]})) || die "No test project has one of these words in its name: ${words[*]}"
    for project in "${selected[@]}"; do
        step "Building $(basename "$project" .csproj)" dotnet build "$project" --configuration Release --verbosity quiet
    done
fi

for project in "${selected[@]}"; do run_project "$project"; done
finish
