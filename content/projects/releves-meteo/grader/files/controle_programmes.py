# Says what would stop Python from reading a program at all; says nothing when all is well.
import ast
import os

for nom in ["convertir", "moyenne", "trier", "jours", "alertes", "graphique", "rapport", "station"]:
    fichier = nom + ".py"
    if not os.path.isfile(fichier):
        proches = [f for f in sorted(os.listdir(".")) if nom[:5].lower() in f.lower()]
        print(f"{fichier} : introuvable / not found", *(["; des noms proches / near names :", *proches] if proches else []))
        continue
    try:
        with open(fichier, encoding="utf-8-sig") as source:
            ast.parse(source.read())
    except SyntaxError as erreur:
        print(f"{fichier}, ligne / line {erreur.lineno} : {erreur.msg}")
    except UnicodeDecodeError:
        print(f"{fichier} : n'est pas enregistré en UTF-8 / is not saved as UTF-8")

# A file of this name beside the programs would hide Python's own module of that name.
for nom in ["csv", "datetime", "sys", "os", "statistics", "math", "random", "string"]:
    if os.path.exists(nom + ".py"):
        print(f"{nom}.py : ce nom cache un module de Python, renomme-le / this name hides a module of Python, rename it")
