#!/bin/bash
if [ ! -d "$1" ]; then
  echo "Dossier introuvable : $1" >&2
  exit 1
fi

nom=$(basename "$1")
numero=1
while [ -e "sauvegardes/$nom-$numero" ]; do
  numero=$((numero + 1))
done

mkdir -p sauvegardes
cp -r "$1" "sauvegardes/$nom-$numero"
echo "Copie dans sauvegardes/$nom-$numero"
