# Exercice 1 : lire des degrés Fahrenheit sur l'entrée, écrire des degrés Celsius.
# Exercise 1: read degrees Fahrenheit from the input, write degrees Celsius.
#
# À essayer avec :   printf '68\n50\n' | python3 convertir.py

import sys

for ligne in sys.stdin:
    texte = ligne.strip()       # sans le retour à la ligne ni les espaces autour
    print(texte)                # pour l'instant, on répète ce qu'on lit
