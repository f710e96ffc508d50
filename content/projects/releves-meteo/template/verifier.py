# Essaie les exemples du sujet. / Tries the subject's examples.   python3 verifier.py

import difflib
import os
import subprocess
import sys
import tempfile

EXEMPLES = [
    (["convertir.py"], "68\n50\n\n71,6\npanne\n", "20.0\n10.0\n22.0\n?\n"),
    (["moyenne.py"], "8\n11.5\n3\n", "relevés : 3\nminimum : 3.0\nmaximum : 11.5\nmoyenne : 7.5\n"),
    (["moyenne.py"], "", "aucun relevé\n"),
    (["trier.py", "donnees/mai.csv"], "", "lignes bonnes : 6\nlignes en panne : 5, 7, 11\n"),
    (["jours.py", "donnees/mai.csv"], "",
     "2024-05-01 | min 8.2 | max 17.5 | pluie 3.5\n"
     "2024-05-02 | min 19.5 | max 19.5 | pluie 0.0\n"
     "2024-05-03 | min 9.0 | max 15.2 | pluie 7.5\n"),
    (["alertes.py", "donnees/juillet.csv"], "",
     "2024-07-11 canicule\n2024-07-12 canicule\n2024-07-13 forte pluie\n2024-07-13 vent fort\n"),
    (["graphique.py", "donnees/mai.csv"], "", "2024-05-01 3.5 ###\n2024-05-02 0.0\n2024-05-03 7.5 #######\n"),
]
RAPPORT = """# Relevés du 2024-05-01 au 2024-05-03

| Jour | Moyenne | Pluie |
| --- | --- | --- |
| 2024-05-01 | 13.3 | 3.5 |
| 2024-05-02 | 19.5 | 0.0 |
| 2024-05-03 | 12.1 | 7.5 |

Pluie totale : 11.0 mm
Jour le plus chaud : 2024-05-02 (19.5)
"""


def lancer(commande, entree=""):
    resultat = subprocess.run(
        [sys.executable, *commande], input=entree, capture_output=True, encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1"},
    )
    return resultat.stdout + resultat.stderr


def pareil(attendu, obtenu):
    attendu, obtenu = ([ligne.rstrip() for ligne in texte.rstrip().splitlines()] for texte in (attendu, obtenu))
    differences = list(difflib.unified_diff(attendu, obtenu, lineterm="", n=9))[3:]
    for ligne in differences:
        print("      " + ligne)
    return not differences


def main():
    bons = 0
    for commande, entree, attendu in EXEMPLES:
        print("essai", *commande)
        bons += pareil(attendu, lancer(commande, entree))

    sortie = os.path.join(tempfile.mkdtemp(), "rapport.md")
    print("essai rapport.py donnees/mai.csv rapport.md")
    obtenu = lancer(["rapport.py", "donnees/mai.csv", sortie])
    if os.path.exists(sortie):
        with open(sortie, encoding="utf-8") as fichier:
            obtenu = fichier.read()
    bons += pareil(RAPPORT, obtenu)

    print(f"\n{bons} sur {len(EXEMPLES) + 1}    (lignes en - : attendu, lignes en + : ce que fait ton programme)")


main()
