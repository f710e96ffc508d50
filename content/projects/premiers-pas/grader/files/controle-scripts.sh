#!/bin/bash
# Says what would stop bash from reading a script at all; says nothing when all is well.
retour=$'\r'

for script in bonjour preparer ranger compter communes chercher sauvegarder; do
  fichier=$script.sh
  if [ ! -f "$fichier" ]; then
    echo "$fichier : introuvable / not found"
    proche=$(find . -maxdepth 2 -iname "*$script*" -not -path './.git/*' | sort | tr '\n' ' ')
    [ -n "$proche" ] && echo "  des noms proches / near names : $proche"
    continue
  fi
  if grep -q "$retour" "$fichier"; then
    echo "$fichier : fins de ligne de Windows / Windows line ends"
  elif ! erreur=$(bash -n "$fichier" 2>&1); then
    echo "$fichier : bash ne comprend pas / bash cannot read it"
    echo "$erreur"
  fi
done
