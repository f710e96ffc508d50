#!/bin/bash
# Exercice 4 : compter les lignes et les mots d'un fichier.
# Exercise 4: count the lines and words of a file.
#
# À essayer avec :   bash compter.sh exemples/annonce.txt
#
# [ -f "$1" ] est vrai quand "$1" est un fichier qui existe.
# echo "message" >&2   écrit sur la sortie des erreurs.
# exit 1               arrête le script en disant « ça n'a pas marché ».

