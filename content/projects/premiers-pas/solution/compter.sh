#!/bin/bash
if [ ! -f "$1" ]; then
  echo "Fichier introuvable : $1" >&2
  exit 1
fi
echo "lignes : $(wc -l < "$1")"
echo "mots : $(wc -w < "$1")"
