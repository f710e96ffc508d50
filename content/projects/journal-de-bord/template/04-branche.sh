#!/bin/bash
# Exercice 4 : essayer une idée sur une branche, puis revenir.
# Exercise 4: try an idea on a branch, then come back.
#
# git switch -c NOM crée une branche et y va. git switch NOM va sur une branche qui existe.
