#!/bin/bash
# shellcheck source=/dev/null
. controle/depot.sh

commencer
echo "Quatre vélos" > velos.md && noter "Compter les vélos"
depart=$(git rev-parse main)

lancer 04-branche.sh

git rev-parse -q --verify refs/heads/fete > /dev/null || refuse "La branche fete n'existe pas." "The branch fete does not exist."
[ "$(git rev-parse fete~1 2> /dev/null)" = "$depart" ] || refuse "La branche fete devrait avoir un seul commit de plus que main." "The branch fete should have exactly one commit more than main."
doit_s_appeler fete "Annoncer la fête"
doit_contenir fete fete.md "Samedi 21 juin"
