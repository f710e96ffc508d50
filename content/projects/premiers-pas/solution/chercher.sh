#!/bin/bash
trouves=$(grep -rliF "$1" "$2" | sort)
if [ -z "$trouves" ]; then
  echo "Aucun fichier"
  exit 1
fi
echo "$trouves"
