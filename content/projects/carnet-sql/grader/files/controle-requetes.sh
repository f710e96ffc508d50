#!/bin/bash
# Says what would stop SQLite from reading a query at all; says nothing when all is well.
bom=$'\xef\xbb\xbf'

for nom in 01-membres 02-commune 03-precieux 04-recherche 05-sans-email 06-categories 07-moyennes \
  08-en-cours 09-jamais-empruntes 10-palmares 11-retards 12-inscrire 13-rendre 14-avis; do
  fichier=$nom.sql
  if [ ! -f "$fichier" ]; then
    echo "$fichier : introuvable / not found"
    proche=$(find . -maxdepth 2 -iname "${nom:0:3}*" -not -path './.git/*' -not -path './attendus/*' | sort | tr '\n' ' ')
    [ -n "$proche" ] && echo "  des noms proches / near names : $proche"
    continue
  fi
  [ "$(head -c 3 "$fichier")" = "$bom" ] && echo "$fichier : enregistré en « UTF-8 avec BOM », choisis « UTF-8 » / saved as \"UTF-8 with BOM\", choose \"UTF-8\""
  # In a comment (after --) they do no harm.
  sed 's/--.*//' "$fichier" | grep -q $'[\u2018\u2019\u201c\u201d]' && echo "$fichier : guillemets ou apostrophes courbes, écris des droits / curly quotes or apostrophes, write straight ones"
done
exit 0
