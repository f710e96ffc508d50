#!/bin/bash
# Exercice 8 : remettre de l'ordre avant le commit.
# Exercise 8: put things in order before the commit.
#
# git status propose lui-même les commandes dont tu as besoin.
