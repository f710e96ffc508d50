#!/bin/bash
mkdir -p classeur/photos classeur/textes classeur/tableaux

ranger() {
  for fichier in vrac/*."$1"; do
    if [ -e "$fichier" ]; then
      mv "$fichier" "classeur/$2/"
    fi
  done
}

ranger jpg photos
ranger txt textes
ranger csv tableaux

for dossier in photos textes tableaux; do
  echo "$dossier : $(ls "classeur/$dossier" | wc -l)"
done
