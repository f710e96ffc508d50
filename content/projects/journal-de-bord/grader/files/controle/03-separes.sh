#!/bin/bash
# shellcheck source=/dev/null
. controle/depot.sh

commencer
echo "Ouvert le jeudi et le dimanche" > horaires.md
echo "Adhésion : 9 euros" > tarifs.md
echo "azerty" > essai.txt

lancer 03-deux-commits.sh

doit_compter 3 main
doit_s_appeler main~1 "Changer les horaires"
doit_s_appeler main "Changer les tarifs"

touche() { git diff --name-only "$1~1" "$1" | tr '\n' ' '; }
[ "$(touche main~1)" = "horaires.md " ] || refuse "Le premier commit devrait changer horaires.md seulement ; il change : $(touche main~1)" "The first commit should change horaires.md only; it changes: $(touche main~1)"
[ "$(touche main)" = "tarifs.md " ] || refuse "Le second commit devrait changer tarifs.md seulement ; il change : $(touche main)" "The second commit should change tarifs.md only; it changes: $(touche main)"
doit_contenir main horaires.md "Ouvert le jeudi et le dimanche"
doit_contenir main tarifs.md "Adhésion : 9 euros"
