import sys

from station import lire

releves, pannes = lire(sys.argv[1])
print(f"lignes bonnes : {len(releves)}")
print("lignes en panne :", ", ".join(map(str, pannes)) or "aucune")
