#!/bin/bash
# Exercice 1 : transformer ce dossier en dépôt et y enregistrer tous les fichiers.
# Exercise 1: turn this folder into a repository and record all files in it.
#
# Commandes utiles : git init, git add, git commit -m "…"
