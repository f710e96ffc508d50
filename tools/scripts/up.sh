#!/usr/bin/env bash
# From a fresh Debian machine to a running site. The second time it takes seconds.
set -euo pipefail

scripts=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
# shellcheck source=tools/scripts/images.sh
source "$scripts/images.sh"
# shellcheck source=tools/scripts/build.sh
source "$scripts/build.sh"

urls=http://127.0.0.1:5080
data=$ROOT/data
demo=true

while (($#)); do
    case $1 in
        --urls) urls=${2:?"--urls needs an address, such as http://127.0.0.1:5080"} && shift 2 ;;
        --data) data=$(realpath --canonicalize-missing "${2:?"--data needs a directory"}") && shift 2 ;;
        --empty) demo=false && shift ;;
        *) die "./academy up does not know \"$1\". It knows --urls, --data and --empty." ;;
    esac
done

# Said now, not after minutes of building.
check_ports() {
    local url host port
    for url in ${urls//;/ }; do
        [[ $url =~ ^https?://([^/:]+|\[[^]]+\]):([0-9]+)/?$ ]] ||
            die "\"$url\" is not an address such as http://127.0.0.1:5080."
        host=${BASH_REMATCH[1]} port=${BASH_REMATCH[2]}
        [[ $host =~ ^(\*|\+|0\.0\.0\.0|\[::\])$ ]] && host=127.0.0.1
        ! (exec 3<>"/dev/tcp/${host//[\[\]]/}/$port") 2>/dev/null ||
            die "Port $port is taken by another program. Stop it, or choose another address: ./academy up --urls http://127.0.0.1:$((port + 1))"
    done
}

check_ports
require_dotnet
mkdir -p "$data"

ensure_packages git:git || die 'Academy keeps its work in Git: it cannot start without it.'
if ! { ensure_docker "$data/docker/engine.log" && ensure_images; }; then
    warn 'The site starts without the sandbox: what learners push waits in the queue until it is there.'
fi
ensure_typesetter
ensure_site

cd "$ROOT"
exec dotnet "$SITE" --urls "$urls" --Data:Directory "$data" --Demo:Enabled "$demo" --Docker:Socket "$DOCKER_SOCKET"
