#!/bin/bash
# Exercice 1 : saluer la personne dont le prénom est donné, ou tout le monde.
# Exercise 1: greet the person whose first name is given, or everybody.
#
# À essayer avec :   bash bonjour.sh Ada
#
# Le premier mot écrit après le nom du script s'appelle "$1".
# [ -z "$1" ] est vrai quand "$1" est vide.

