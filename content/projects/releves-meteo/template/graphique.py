# Exercice 6 : la pluie de chaque jour, en barres de caractères.
# Exercise 6: the rain of each day, as bars of characters.
#
# À essayer avec :   python3 graphique.py donnees/mai.csv
#
# "#" * 3 donne "###".
