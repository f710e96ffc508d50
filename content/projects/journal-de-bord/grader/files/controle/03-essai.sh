#!/bin/bash
# shellcheck source=/dev/null
. controle/depot.sh

commencer
echo "Ouvert le jeudi et le dimanche" > horaires.md
echo "Adhésion : 9 euros" > tarifs.md
echo "azerty" > essai.txt

lancer 03-deux-commits.sh

doit_compter 3 main
[ -f essai.txt ] || refuse "essai.txt a disparu : il devait rester là, hors de Git." "essai.txt has gone: it had to stay there, outside Git."
[ "$(git status --porcelain)" = "?? essai.txt" ] || refuse "À la fin, essai.txt, et lui seul, devrait être « untracked » (??)." "At the end, essai.txt, and nothing else, should be \"untracked\" (??)."
