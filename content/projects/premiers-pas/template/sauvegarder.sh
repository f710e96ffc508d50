#!/bin/bash
# Exercice 7 : copier un dossier dans sauvegardes/, sous un nom qui n'est pas encore pris.
# Exercise 7: copy a folder into sauvegardes/, under a name that is not taken yet.
#
# À essayer avec :   bash sauvegarder.sh exemples/archives     (deux ou trois fois)
#
# basename exemples/archives/   donne le dernier nom du chemin : archives
# numero=$((numero + 1))        ajoute 1 à une variable

