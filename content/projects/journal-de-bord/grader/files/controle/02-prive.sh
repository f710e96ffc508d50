#!/bin/bash
# shellcheck source=/dev/null
. controle/depot.sh

commencer
echo "coffre : 4512" > mots-de-passe.txt
mkdir brouillons
echo "à relire" > brouillons/lettre.md
echo "?" > essai.tmp
mkdir photos
echo "?" > photos/vignette.tmp
echo "Sept personnes" > juin.md

lancer 02-ignorer.sh

for fichier in mots-de-passe.txt brouillons/lettre.md essai.tmp photos/vignette.tmp; do
  if [ -n "$(git log --all --format=%h -- "$fichier")" ]; then
    refuse "$fichier se trouve dans l'histoire : tout le monde pourra le lire." "$fichier is in the history: everybody will be able to read it."
  fi
  [ -f "$fichier" ] || refuse "$fichier a disparu du disque : il fallait l'ignorer, pas le supprimer." "$fichier has gone from the disk: it had to be ignored, not deleted."
done
git cat-file -e HEAD:.gitignore 2> /dev/null || refuse "Le fichier .gitignore n'est pas enregistré." "The file .gitignore is not recorded."

# The rule has to go on working tomorrow, for files that are not there yet.
echo "?" > demain.tmp
mkdir -p brouillons && echo "?" > brouillons/demain.md
git check-ignore -q demain.tmp || refuse "Un nouveau fichier demain.tmp ne serait pas ignoré." "A new file demain.tmp would not be ignored."
git check-ignore -q brouillons/demain.md || refuse "Un nouveau brouillon ne serait pas ignoré." "A new draft would not be ignored."
