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

git merge-base --is-ancestor "$sien" origin/main 2> /dev/null || refuse "Le commit de ta collègue a disparu du dépôt partagé : il a été écrasé par force." "Your colleague's commit has gone from the shared repository: it was overwritten by force."
[ "$(git rev-parse origin/main)" != "$sien" ] || refuse "Ton commit n'est pas arrivé dans le dépôt partagé." "Your commit has not reached the shared repository."
doit_contenir origin/main velos.md "Trois vélos"
doit_contenir origin/main couture.md "Deux machines"
