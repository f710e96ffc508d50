#!/bin/bash
# shellcheck source=/dev/null
. controle/depot.sh

commencer
echo "Adhésion : 80 euros" > tarifs.md
echo "n'importe quoi" > plaisanterie.md
noter "Une mauvaise blague"
mauvais=$(git rev-parse main)

lancer 07-annuler.sh

doit_etre_sur main
git merge-base --is-ancestor "$mauvais" main 2> /dev/null || refuse "Le mauvais commit a disparu de l'histoire. Ta collègue l'a déjà : il ne faut pas réécrire le passé, mais ajouter un commit qui l'annule." "The bad commit has gone from history. Your colleague has it already: do not rewrite the past, add a commit that undoes it."
[ "$(git rev-parse main)" != "$mauvais" ] || refuse "Aucun commit n'annule le dernier." "No commit undoes the last one."
doit_contenir main tarifs.md "Adhésion : 8 euros"
doit_compter 3 main
