#!/bin/bash
# shellcheck source=/dev/null
# shellcheck disable=SC2154  # essai comes from depot.sh
. controle/depot.sh

git init --quiet --bare --initial-branch=main "$essai/partage.git"
commencer
git remote add origin "$essai/partage.git"
git push --quiet --set-upstream origin main

git clone --quiet "$essai/partage.git" "$essai/collegue"
(cd "$essai/collegue" && echo "Trois vélos" > velos.md && noter "Compter les vélos" && git push --quiet)
sien=$(git --git-dir="$essai/partage.git" rev-parse main)

echo "Deux machines" > couture.md && noter "Compter les machines"

lancer 10-partager.sh
git fetch --quiet origin

[ "$(git rev-parse origin/main)" != "$sien" ] || refuse "Ton commit n'est pas arrivé dans le dépôt partagé." "Your commit has not reached the shared repository."
doit_etre_sur main
[ "$(git rev-parse main)" = "$(git rev-parse origin/main)" ] || refuse "Ta branche main et celle du dépôt partagé ne sont pas au même endroit." "Your branch main and that of the shared repository are not at the same place."
doit_contenir main velos.md "Trois vélos"
doit_contenir main couture.md "Deux machines"
doit_etre_range
