#!/bin/bash
# Exercice 7 : annuler le dernier commit, déjà partagé, sans effacer l'histoire.
# Exercise 7: undo the last commit, already shared, without wiping history.
#
# HEAD veut dire : le commit où l'on se trouve. HEAD~1 : celui d'avant.
