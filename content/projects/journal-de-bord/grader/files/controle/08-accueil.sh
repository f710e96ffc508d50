#!/bin/bash
# shellcheck source=/dev/null
. controle/depot.sh

commencer
echo "fqsdfqsdf" > accueil.md
echo "Adhésion : 9 euros, 4 pour les enfants" > tarifs.md
echo "alarme : 7788" > secret.txt
git add secret.txt

lancer 08-reparer.sh

[ "$(cat accueil.md)" = "Le Préau" ] || refuse "accueil.md devrait être comme dans le dernier commit ; il contient « $(cat accueil.md) »." "accueil.md should be as in the last commit; it holds \"$(cat accueil.md)\"."
[ "$(cat tarifs.md)" = "Adhésion : 9 euros, 4 pour les enfants" ] || refuse "Le changement de tarifs.md est perdu : il fallait le garder." "The change of tarifs.md is lost: it had to be kept."
doit_compter 1 main
