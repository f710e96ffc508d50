#!/bin/bash
# Exercice 5 : rapporter le travail de la branche fete dans main.
# Exercise 5: bring the work of the branch fete back into main.
#
# git merge --help décrit une option qui crée toujours un commit de fusion.
