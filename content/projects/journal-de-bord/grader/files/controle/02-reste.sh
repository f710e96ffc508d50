#!/bin/bash
# shellcheck source=/dev/null
. controle/depot.sh

commencer
echo "coffre : 4512" > mots-de-passe.txt
mkdir brouillons
echo "à relire" > brouillons/lettre.md
echo "?" > essai.tmp
mkdir photos
echo "?" > photos/vignette.tmp
echo "Sept personnes" > juin.md

lancer 02-ignorer.sh

doit_contenir HEAD juin.md "Sept personnes"
doit_compter 2 main
doit_s_appeler main "Ignorer ce qui est privé"
doit_etre_range
