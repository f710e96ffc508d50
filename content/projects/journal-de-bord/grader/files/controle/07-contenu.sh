#!/bin/bash
# shellcheck source=/dev/null
. controle/depot.sh

commencer
echo "Adhésion : 80 euros" > tarifs.md
echo "n'importe quoi" > plaisanterie.md
noter "Une mauvaise blague"

lancer 07-annuler.sh

doit_contenir main tarifs.md "Adhésion : 8 euros"
if git cat-file -e main:plaisanterie.md 2> /dev/null; then
  refuse "Le fichier ajouté par le mauvais commit est encore là." "The file that the bad commit added is still there."
fi
doit_etre_range
