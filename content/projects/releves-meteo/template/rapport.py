# Exercice 7 : écrire un rapport dans un fichier.
# Exercise 7: write a report into a file.
#
# À essayer avec :   python3 rapport.py donnees/mai.csv rapport.md
#
# with open(nom, "w", encoding="utf-8") as sortie:   puis   print("…", file=sortie)
