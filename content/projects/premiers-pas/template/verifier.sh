#!/bin/bash
# Essaie les exemples du sujet dans une copie du dossier. / Tries the subject's examples in a copy of the folder.

copie=$(mktemp -d)
trap 'rm -rf "$copie"' EXIT
cp -r . "$copie"
cd "$copie" || exit 1
cp -r exemples/vrac . 2>/dev/null

bons=0
essais=0

# essai NOM ATTENDU COMMANDE… : lance la commande et compare ce qu'elle écrit avec ce qui est attendu.
essai() {
  local nom=$1 attendu=$2 obtenu
  shift 2
  obtenu=$("$@" 2>&1)
  essais=$((essais + 1))
  if [ "$obtenu" = "$attendu" ]; then
    bons=$((bons + 1))
    echo "ok    $nom"
  else
    echo "non   $nom        (lignes en - : attendu, lignes en + : ce que fait ton script)"
    diff -u <(echo "$attendu") <(echo "$obtenu") | tail -n +4 | sed 's/^/      /'
  fi
}

essai "bonjour.sh Ada" "Bonjour Ada !" bash bonjour.sh Ada
essai "bonjour.sh" "Bonjour tout le monde !" bash bonjour.sh

bash preparer.sh > /dev/null
essai "preparer.sh" "$(printf 'Classeur du Préau\nUn dossier par sorte de fichier')" cat classeur/lisez-moi.txt

essai "ranger.sh" "$(printf 'photos : 2\ntextes : 1\ntableaux : 1')" bash ranger.sh
essai "compter.sh" "$(printf 'lignes : 3\nmots : 17')" bash compter.sh exemples/annonce.txt
essai "communes.sh" "$(printf 'Bonnes : 3\nChauvigny : 2\nLa Puye : 2\nArchigny : 1')" bash communes.sh exemples/inscriptions.csv
essai "chercher.sh" "$(printf 'exemples/archives/%s\n' 2023/achats.txt 2024/reunion.txt inventaire.txt)" bash chercher.sh perceuse exemples/archives
essai "sauvegarder.sh" "Copie dans sauvegardes/archives-1" bash sauvegarder.sh exemples/archives

echo
echo "$bons sur $essais"
