#!/bin/bash
# shellcheck source=/dev/null
. controle/depot.sh

echo "Inventaire" > inventaire.md
echo "bonjour" > "avec des espaces.txt"
mkdir -p reunions/2024
echo "Présente : Nadia" > reunions/2024/mai.md

lancer 01-commencer.sh

doit_etre_un_depot
doit_contenir HEAD inventaire.md "Inventaire"
doit_contenir HEAD "avec des espaces.txt" "bonjour"
doit_contenir HEAD reunions/2024/mai.md "Présente : Nadia"
doit_etre_range
