#!/bin/bash
# shellcheck source=/dev/null
. controle/depot.sh

commencer
depart=$(git rev-parse main)

lancer 04-branche.sh

git rev-parse -q --verify refs/heads/fete > /dev/null || refuse "La branche fete n'existe pas." "The branch fete does not exist."
doit_etre_sur main
[ "$(git rev-parse main)" = "$depart" ] || refuse "La branche main a bougé : le commit devait se faire sur fete." "The branch main has moved: the commit had to be made on fete."
[ ! -e fete.md ] || refuse "Sur main, le fichier fete.md ne devrait pas exister." "On main, the file fete.md should not exist."
doit_etre_range
