#!/bin/bash
# Exercice 2 : enregistrer tout, sauf ce qui est privé.
# Exercise 2: record everything but what is private.
#
# Un fichier .gitignore contient un nom par ligne. Un dossier finit par /. L'étoile remplace n'importe quel texte.
# Pour écrire plusieurs lignes d'un coup :   printf "une\ndeux\n" > fichier
