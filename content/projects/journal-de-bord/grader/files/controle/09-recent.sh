#!/bin/bash
# shellcheck source=/dev/null
. controle/depot.sh

commencer
echo "Tarte : 6 pommes" > recettes.md && noter "Noter la tarte"
git rm --quiet recettes.md && git commit --quiet -m "Trier"

lancer 09-retrouver.sh

doit_contenir main recettes.md "Tarte : 6 pommes"
doit_compter 4 main
doit_s_appeler main "Retrouver les recettes"
doit_etre_range
