#!/bin/bash
# Exercice 3 : ranger les fichiers de vrac/ dans classeur/, puis dire combien il y en a.
# Exercise 3: tidy the files of vrac/ into classeur/, then say how many there are.
#
# Pour t'entraîner, copie d'abord le vrac :   cp -r exemples/vrac .
#
# Voici une boucle qui montre chaque photo. Que faut-il changer pour la ranger ?
# Pourquoi les guillemets autour de "$fichier" ? (Regarde bien les noms des fichiers.)

for fichier in vrac/*.jpg; do
  if [ -e "$fichier" ]; then
    echo "$fichier"
  fi
done
