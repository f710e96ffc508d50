# Exercice 2 : nombre, minimum, maximum et moyenne des températures lues sur l'entrée.
# Exercise 2: number, minimum, maximum and mean of the temperatures read from the input.
#
# À essayer avec :   printf '8\n11.5\n3\n' | python3 moyenne.py
#
# Commence par ranger toutes les valeurs dans une liste : valeurs.append(…)
# Puis regarde ce que font len(valeurs), min(valeurs), max(valeurs), sum(valeurs).
