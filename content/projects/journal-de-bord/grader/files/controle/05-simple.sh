#!/bin/bash
# shellcheck source=/dev/null
. controle/depot.sh

commencer
git switch --quiet -c fete
echo "Samedi 28 juin" > fete.md && noter "Annoncer la fête"
echo "Apporter des chaises" >> fete.md && noter "Penser aux chaises"
git switch --quiet main
avant=$(git rev-parse main) fete=$(git rev-parse fete)

lancer 05-fusionner.sh

doit_etre_sur main
if [ "$(git rev-parse main)" = "$fete" ]; then
  refuse "Git a seulement avancé main jusqu'à fete (fast-forward) : il faut un vrai commit de fusion." "Git only moved main forward to fete (fast-forward): a real merge commit is wanted."
fi
[ "$(git log -1 --format=%P main)" = "$avant $fete" ] || refuse "Le dernier commit de main devrait réunir main et fete." "The last commit of main should join main and fete."
doit_s_appeler main "Fusionner la fête"
doit_contenir main fete.md $'Samedi 28 juin\nApporter des chaises'
