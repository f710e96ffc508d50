#!/bin/bash
# shellcheck source=/dev/null
. controle/depot.sh

commencer
echo "Tarte : 6 pommes" > recettes.md && noter "Noter la tarte"
echo "Pain : 500 g de farine" >> recettes.md && noter "Noter le pain"
echo "Tarte : 8 pommes" > recettes.md && echo "Pain : 450 g de farine" >> recettes.md && noter "Corriger les recettes"
git rm --quiet recettes.md && echo "Ouvert le mardi" > horaires.md && noter "Trier"
for semaine in 1 2 3; do echo "Semaine $semaine" > "semaine-$semaine.md" && noter "Raconter la semaine $semaine"; done

lancer 09-retrouver.sh

doit_contenir main recettes.md $'Tarte : 8 pommes\nPain : 450 g de farine'
doit_contenir main horaires.md "Ouvert le mardi"
doit_contenir main semaine-3.md "Semaine 3"
doit_compter 9 main
doit_etre_range
