# Exercice 4 : une ligne par jour, dans l'ordre des dates.
# Exercise 4: one line a day, in the order of the dates.
#
# À essayer avec :   python3 jours.py donnees/mai.csv
#
# Un dictionnaire range des relevés sous une date : jours[date]. sorted(jours) donne les dates dans l'ordre.
