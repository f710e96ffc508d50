#!/bin/bash
# Exercice 9 : faire revenir un fichier supprimé il y a longtemps.
# Exercise 9: bring back a file deleted long ago.
#
# Le script ne peut pas connaître d'avance le nom du commit : il doit le chercher.
# commit=$(git rev-list -n 1 HEAD -- FICHIER)   garde le dernier commit qui a touché ce fichier.
# "$commit~1" est celui d'avant.
