#!/bin/bash
# Exercice 6 : trouver les fichiers d'un dossier qui contiennent un mot.
# Exercise 6: find the files of a folder that contain a word.
#
# À essayer avec :   bash chercher.sh perceuse exemples/archives
#
# La commande s'appelle grep. Ses options : man grep, ou grep --help.

