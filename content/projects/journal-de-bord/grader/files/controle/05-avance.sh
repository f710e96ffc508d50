#!/bin/bash
# shellcheck source=/dev/null
. controle/depot.sh

commencer
git switch --quiet -c fete
echo "Samedi 28 juin" > fete.md && noter "Annoncer la fête"
git switch --quiet main
echo "Ouvert tous les jours" > horaires.md && noter "Ouvrir plus"
avant=$(git rev-parse main) fete=$(git rev-parse fete)

lancer 05-fusionner.sh

[ "$(git log -1 --format=%P main)" = "$avant $fete" ] || refuse "Le dernier commit de main devrait réunir main et fete." "The last commit of main should join main and fete."
doit_contenir main fete.md "Samedi 28 juin"
doit_contenir main horaires.md "Ouvert tous les jours"
if git rev-parse -q --verify refs/heads/fete > /dev/null; then
  refuse "La branche fete est fusionnée : il reste à la supprimer." "The branch fete is merged: it remains to delete it."
fi
doit_etre_range
