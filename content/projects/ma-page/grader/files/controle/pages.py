"""What the checks share: the learner's pages, and a list of problems told in two languages."""
import os
import re
from urllib.parse import unquote, urlsplit

import html5lib
from bs4 import BeautifulSoup

PAGES = ["index.html", "parcours.html"]


class Problemes:
    """Gathers everything that is wrong, so that a learner need not push once for each mistake."""

    def __init__(self):
        self.fr, self.en = [], []

    def ajouter(self, fr, en):
        self.fr.append(fr)
        self.en.append(en)

    def verdict(self):
        if self.fr:
            raise AssertionError("\n".join(self.fr[:8]) + "\n\n" + "\n".join(self.en[:8]))


def refuser(fr, en):
    raise AssertionError(f"{fr}\n\n{en}")


def lire(fichier):
    if not os.path.isfile(fichier):
        presents = ", ".join(sorted(f for f in os.listdir(".") if f.endswith((".html", ".htm", ".css", ".txt")))) or "rien / nothing"
        refuser(f"{fichier} : introuvable. Fichiers vus à cet endroit : {presents}.",
                f"{fichier}: not found. Files seen in this place: {presents}.")
    with open(fichier, "rb") as contenu:
        octets = contenu.read()
    try:
        return octets.decode("utf-8-sig")
    except UnicodeDecodeError:
        refuser(f"{fichier} n'est pas enregistré en UTF-8 : les accents seront illisibles. Change l'encodage dans ton éditeur.",
                f"{fichier} is not saved as UTF-8: accents will be unreadable. Change the encoding in your editor.")


def soupe(fichier):
    return BeautifulSoup(lire(fichier), "html5lib")


def erreurs_de_lecture(fichier):
    """What a strict HTML reader stumbles over: ((line, column), code, details)."""
    lecteur = html5lib.HTMLParser(namespaceHTMLElements=False)
    lecteur.parse(lire(fichier))
    # A lone & is no error in today's HTML; this reader still says it is.
    return [erreur for erreur in lecteur.errors if erreur[1] != "expected-named-entity"]


def texte(element):
    """The text that people hear: spaces tidied, and images replaced by their description."""
    if element is None:
        return ""
    morceaux = [str(n.get("alt", "")) if n.name == "img" else n if isinstance(n, str) else "" for n in element.descendants]
    return re.sub(r"\s+", " ", " ".join(morceaux)).strip()


def ici(fichier, element):
    return f"{fichier}, ligne {element.sourceline}", f"{fichier}, line {element.sourceline}"


def est_externe(adresse):
    return bool(urlsplit(adresse).scheme or adresse.startswith("//"))


def cible(adresse):
    """(file, anchor) of a link within the site."""
    morceaux = urlsplit(adresse)
    return unquote(morceaux.path), unquote(morceaux.fragment)
