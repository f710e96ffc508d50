#!/bin/bash
# shellcheck source=/dev/null
. controle/depot.sh

commencer
git switch --quiet -c ete
echo "Ouvert la nuit" > horaires.md && noter "Ouvrir la nuit"
echo "Une tente dans la cour" > cour.md && noter "Installer la tente"
git switch --quiet main
echo "Ouvert le lundi" > horaires.md && noter "Ouvrir le lundi"
echo "Adhésion : gratuite" > tarifs.md && noter "Offrir l'adhésion"

lancer 06-conflit.sh

if git grep -q -e '^<<<<<<<' -e '^>>>>>>>' main -- . 2> /dev/null; then
  refuse "Les marques du conflit (<<<<<<< et >>>>>>>) ont été enregistrées." "The conflict marks (<<<<<<< and >>>>>>>) have been recorded."
fi
doit_contenir main horaires.md "Ouvert la nuit"
doit_contenir main cour.md "Une tente dans la cour"
doit_contenir main tarifs.md "Adhésion : gratuite"
