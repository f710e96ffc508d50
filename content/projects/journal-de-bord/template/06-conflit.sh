#!/bin/bash
# Exercice 6 : fusionner la branche ete, et garder ses horaires.
# Exercise 6: merge the branch ete, and keep its opening hours.
#
# Quand git merge s'arrête sur un conflit, le script continue à la ligne suivante. git status te dit où tu en es.
