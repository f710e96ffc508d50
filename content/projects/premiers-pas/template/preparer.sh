#!/bin/bash
# Exercice 2 : créer le classeur, ses trois dossiers et son fichier lisez-moi.txt.
# Exercise 2: make the folder "classeur", its three folders and its file lisez-moi.txt.
#
# À lancer deux fois de suite : la seconde fois ne doit rien abîmer.
#
# mkdir -p fait un dossier, même dans un dossier qui n'existe pas encore.
# echo "texte" > fichier    remplace le contenu du fichier
# echo "texte" >> fichier   ajoute à la fin du fichier

