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
avant=$(git rev-parse main) ete=$(git rev-parse ete)

lancer 06-conflit.sh

[ ! -e .git/MERGE_HEAD ] || refuse "La fusion n'est pas terminée : il manque le commit final." "The merge is not finished: the final commit is missing."
doit_etre_sur main
[ "$(git log -1 --format=%P main)" = "$avant $ete" ] || refuse "Le dernier commit de main devrait réunir main et ete." "The last commit of main should join main and ete."
doit_etre_range
