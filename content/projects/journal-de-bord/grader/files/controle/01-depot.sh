#!/bin/bash
# shellcheck source=/dev/null
. controle/depot.sh

echo "Inventaire" > inventaire.md
mkdir -p reunions/2024
echo "Présente : Nadia" > reunions/2024/mai.md

lancer 01-commencer.sh

doit_etre_un_depot
doit_etre_sur main
doit_compter 1 main
doit_s_appeler main "Commencer le journal"
