# Exercice 3 : compter les bonnes lignes et donner le numéro de celles qui sont en panne.
# Exercise 3: count the good lines and give the numbers of the faulty ones.
#
# À essayer avec :   python3 trier.py donnees/mai.csv
#
# sys.argv[1] est le nom du fichier donné. enumerate(fichier, start=1) numérote les lignes.
