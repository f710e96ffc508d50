#!/bin/bash
# Essaie tes requêtes sur donnees.sql. / Tries your queries on donnees.sql.   bash verifier.sh

bons=0
essais=0

# essai FICHIER "question posée après" : compare le résultat avec attendus/FICHIER.txt
essai() {
  local nom=$1 apres=$2 attendu obtenu
  # Le sqlite3 de Windows finit ses lignes par deux caractères : on enlève celui de trop.
  obtenu=$(sqlite3 -batch -bail :memory: ".read schema.sql" ".read donnees.sql" ".read $nom.sql" ${apres:+"$apres"} 2>&1 | tr -d '\r')
  attendu=$(cat "attendus/$nom.txt")
  essais=$((essais + 1))
  if [ "$obtenu" = "$attendu" ]; then
    bons=$((bons + 1))
    echo "ok    $nom"
  else
    echo "non   $nom        (lignes en - : attendu, lignes en + : ta requête)"
    diff -u <(echo "$attendu") <(echo "$obtenu") | tail -n +4 | sed 's/^/      /'
  fi
}

for fichier in attendus/*.txt; do
  nom=$(basename "$fichier" .txt)
  essai "$nom" "$(cat "attendus/$nom.question" 2> /dev/null)"
done

echo
echo "$bons sur $essais"
