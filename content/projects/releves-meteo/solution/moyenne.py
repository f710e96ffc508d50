import sys

valeurs = [float(ligne) for ligne in sys.stdin if ligne.strip()]

if valeurs:
    print(f"relevés : {len(valeurs)}")
    print(f"minimum : {min(valeurs):.1f}")
    print(f"maximum : {max(valeurs):.1f}")
    print(f"moyenne : {sum(valeurs) / len(valeurs):.1f}")
else:
    print("aucun relevé")
