import sys


class Releve:
    def __init__(self, date, temperature, pluie, vent):
        self.date = date
        self.temperature = temperature
        self.pluie = pluie
        self.vent = vent


def lire_ligne(ligne):
    """Le relevé d'une ligne, ou None quand elle est en panne."""
    colonnes = ligne.strip().split(";")
    if len(colonnes) != 5:
        return None
    date, _, *mesures = colonnes
    try:
        temperature, pluie, vent = map(float, mesures)
    except ValueError:
        return None
    if pluie < 0 or vent < 0:
        return None
    return Releve(date, temperature, pluie, vent)


def lire(chemin):
    """Les relevés du fichier et les numéros des lignes en panne."""
    try:
        fichier = open(chemin, encoding="utf-8")
    except FileNotFoundError:
        print(f"Fichier introuvable : {chemin}", file=sys.stderr)
        sys.exit(1)

    releves, pannes = [], []
    with fichier:
        for numero, ligne in enumerate(fichier, start=1):
            if numero == 1 or not ligne.strip():
                continue
            releve = lire_ligne(ligne)
            if releve:
                releves.append(releve)
            else:
                pannes.append(numero)
    return releves, pannes


class Jour:
    def __init__(self, date, releves):
        temperatures = [r.temperature for r in releves]
        self.date = date
        self.minimum = min(temperatures)
        self.maximum = max(temperatures)
        self.moyenne = sum(temperatures) / len(temperatures)
        self.pluie = sum(r.pluie for r in releves)
        self.vent = max(r.vent for r in releves)


def resumer(chemin):
    """Un résumé de chaque jour du fichier, dans l'ordre des dates."""
    par_date = {}
    for releve in lire(chemin)[0]:
        par_date.setdefault(releve.date, []).append(releve)
    return [Jour(date, par_date[date]) for date in sorted(par_date)]
