#!/bin/bash
# Exercice 3 : deux changements différents, deux commits.
# Exercise 3: two different changes, two commits.
#
# git add prend les noms des fichiers que tu veux, et seulement ceux-là. git status montre ce qui est prêt.
