#!/usr/bin/env bash
# A migration for each database that Academy runs on, under one name.
set -euo pipefail

scripts=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
# shellcheck source=tools/scripts/common.sh
source "$scripts/common.sh"

name=${1:-}
[[ $name =~ ^[A-Z][A-Za-z0-9]*$ ]] || die 'Name the migration by what it does, as one word: ./academy migration AddSlots'

require_dotnet
cd "$ROOT"
step 'Restoring the tool that writes migrations' dotnet tool restore
step 'Building the site' dotnet build src/Academy.Web --verbosity quiet
for database in Sqlite PostgreSql; do
    step "Adding $name for $database" dotnet ef migrations add "$name" --no-build \
        --project "src/Academy.Migrations.$database" --startup-project src/Academy.Web -- --Database:Provider "$database"
done
