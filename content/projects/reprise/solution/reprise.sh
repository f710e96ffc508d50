#!/usr/bin/env bash
# Lit le carnet des prêts sur l'entrée standard : « titre;prénom », une ligne par prêt.

carnet=$(cat)

nombre=$(grep -c . <<< "$carnet")
echo "$nombre livres dehors"

[ "$nombre" -eq 0 ] && exit 0
grep . <<< "$carnet" | cut -d ';' -f 2 | LC_ALL=C sort | uniq -c | LC_ALL=C sort -k1,1nr -k2 |
    while read -r combien prenom; do echo "$combien chez $prenom"; done
