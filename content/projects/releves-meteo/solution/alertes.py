import sys
from datetime import date, timedelta

from station import resumer

alertes = []
chauds = 0
veille = None

for jour in resumer(sys.argv[1]):
    aujourdhui = date.fromisoformat(jour.date)
    if veille != aujourdhui - timedelta(days=1):
        chauds = 0
    chauds = chauds + 1 if jour.maximum >= 35 else 0
    veille = aujourdhui

    if jour.minimum < 0:
        alertes.append(f"{jour.date} gel")
    if jour.pluie >= 20:
        alertes.append(f"{jour.date} forte pluie")
    if jour.vent >= 80:
        alertes.append(f"{jour.date} vent fort")
    if chauds >= 3:
        alertes.append(f"{jour.date} canicule")

print("\n".join(alertes) or "aucune alerte")
