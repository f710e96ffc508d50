import sys

from station import resumer

source, cible = sys.argv[1:]
jours = resumer(source)
plus_chaud = max(jours, key=lambda jour: jour.maximum)

with open(cible, "w", encoding="utf-8") as sortie:
    print(f"# Relevés du {jours[0].date} au {jours[-1].date}\n", file=sortie)
    print("| Jour | Moyenne | Pluie |", file=sortie)
    print("| --- | --- | --- |", file=sortie)
    for jour in jours:
        print(f"| {jour.date} | {jour.moyenne:.1f} | {jour.pluie:.1f} |", file=sortie)
    print(f"\nPluie totale : {sum(jour.pluie for jour in jours):.1f} mm", file=sortie)
    print(f"Jour le plus chaud : {plus_chaud.date} ({plus_chaud.maximum:.1f})", file=sortie)
