import sys

for ligne in sys.stdin:
    texte = ligne.strip().replace(",", ".")
    if not texte:
        continue
    try:
        celsius = (float(texte) - 32) * 5 / 9
    except ValueError:
        print("?")
    else:
        print(f"{celsius:.1f}")
