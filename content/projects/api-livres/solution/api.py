"""L'API : quelle réponse pour quelle requête."""
import json
import re

import base


class Refus(Exception):
    def __init__(self, statut, erreur):
        super().__init__(erreur)
        self.reponse = statut, {"erreur": erreur}, {}


def preparer():
    base.creer_tables()


def repondre(methode, chemin, parametres, corps):
    for modele, actions in ROUTES:
        trouve = re.fullmatch(modele, chemin, re.ASCII)
        if not trouve:
            continue
        if methode not in actions:
            return 405, {"erreur": f"{methode} n'est pas possible ici."}, {"Allow": ", ".join(actions)}
        try:
            return actions[methode](*(int(n) for n in trouve.groups()), parametres=parametres, corps=corps)
        except Refus as refus:
            return refus.reponse
    return 404, {"erreur": "Il n'y a rien à cette adresse."}, {}


def lister(parametres, **_):
    return 200, base.chercher(parametres.get("auteur"), parametres.get("disponible") == "1"), {}


def creer(corps, **_):
    numero = base.ajouter(livre_de(corps))
    return 201, base.trouver(numero), {"Location": f"/livres/{numero}"}


def montrer(numero, **_):
    return 200, existant(numero), {}


def remplacer(numero, corps, **_):
    existant(numero)
    base.remplacer(numero, livre_de(corps))
    return 200, base.trouver(numero), {}


def effacer(numero, **_):
    existant(numero)
    base.effacer(numero)
    return 204, None, {}


def emprunter(numero, corps, **_):
    existant(numero)
    lecteur = texte(objet(corps), "lecteur")
    if not base.emprunter(numero, lecteur):
        raise Refus(409, "Ce livre est déjà emprunté.")
    return 201, base.trouver(numero), {}


def rendre(numero, **_):
    existant(numero)
    if not base.rendre(numero):
        raise Refus(409, "Ce livre n'est pas emprunté.")
    return 204, None, {}


ROUTES = [
    (r"/livres", {"GET": lister, "POST": creer}),
    (r"/livres/(\d{1,9})", {"GET": montrer, "PUT": remplacer, "DELETE": effacer}),
    (r"/livres/(\d{1,9})/emprunt", {"POST": emprunter, "DELETE": rendre}),
]


def existant(numero):
    livre = base.trouver(numero)
    if livre is None:
        raise Refus(404, "Ce livre n'existe pas.")
    return livre


def objet(corps):
    try:
        lu = json.loads(corps)
    except ValueError:
        raise Refus(400, "Le corps n'est pas du JSON.") from None
    if not isinstance(lu, dict):
        raise Refus(400, "Le corps doit être un objet JSON.")
    return lu


def texte(lu, champ):
    valeur = lu.get(champ)
    if not isinstance(valeur, str) or valeur.strip() == "":
        raise Refus(400, f"Le champ {champ} doit être un texte non vide.")
    return valeur.strip()


def livre_de(corps):
    lu = objet(corps)
    annee = lu.get("annee")
    if annee is not None and (not isinstance(annee, int) or isinstance(annee, bool)):
        raise Refus(400, "Le champ annee doit être un nombre entier.")
    return {"titre": texte(lu, "titre"), "auteur": texte(lu, "auteur"), "annee": annee}
