#!/bin/bash
# shellcheck source=/dev/null
. controle/depot.sh

commencer
echo "fqsdfqsdf" > accueil.md
echo "Adhésion : 9 euros, 4 pour les enfants" > tarifs.md
echo "alarme : 7788" > secret.txt
git add secret.txt

lancer 08-reparer.sh

[ -f secret.txt ] || refuse "secret.txt a disparu du disque." "secret.txt has gone from the disk."
[ "$(cat secret.txt)" = "alarme : 7788" ] || refuse "Le contenu de secret.txt a changé." "The contents of secret.txt have changed."
if [ -n "$(git diff --cached --name-only)" ]; then
  refuse "Il reste quelque chose de préparé pour le prochain commit : $(git diff --cached --name-only | tr '\n' ' ')" "Something is still staged for the next commit: $(git diff --cached --name-only | tr '\n' ' ')"
fi
doit_compter 1 main
