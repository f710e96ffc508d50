#!/bin/bash
# Exercice 5 : compter les inscrits de chaque commune, la plus nombreuse d'abord.
# Exercise 5: count the people of each village, the largest number first.
#
# À essayer avec :   bash communes.sh exemples/inscriptions.csv
#
# Construis la chaîne maillon par maillon, et regarde ce qui sort à chaque fois :
#   1. enlever la première ligne (tail)
#   2. garder la colonne du milieu (cut)
#   3. trier, pour que les lignes pareilles se suivent (sort)
#   4. les compter (uniq -c)
#   5. trier par nombre (sort, encore)
#   6. écrire chaque ligne comme demandé (while read)

