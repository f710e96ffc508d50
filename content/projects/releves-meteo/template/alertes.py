# Exercice 5 : les jours de gel, de forte pluie, de vent fort et de canicule.
# Exercise 5: the days of frost, heavy rain, strong wind and heat wave.
#
# À essayer avec :   python3 alertes.py donnees/juillet.csv
#
# date.fromisoformat("2024-07-09") + timedelta(days=1) donne le lendemain (from datetime import date, timedelta).
