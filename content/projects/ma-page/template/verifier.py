# Cherche les fautes de structure les plus courantes. / Looks for the commonest structural mistakes.   python3 verifier.py
#
# Les contrôles du site en voient bien plus. Pour une vérification complète : https://validator.w3.org

import os
from html.parser import HTMLParser

SEULES = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
FACULTATIVES = {"li", "p", "dt", "dd", "option", "thead", "tbody", "tfoot", "tr", "td", "th", "colgroup"}


class Lecteur(HTMLParser):
    def __init__(self, page):
        super().__init__()
        self.page, self.ouvertes, self.vues, self.soucis = page, [], [], []

    def souci(self, texte):
        self.soucis.append(f"{self.page}, ligne {self.getpos()[0]} : {texte}")

    def handle_starttag(self, balise, attributs):
        attributs = dict(attributs)
        self.vues.append(balise)
        if balise not in SEULES:
            self.ouvertes.append((balise, self.getpos()[0]))
        if balise == "html" and not attributs.get("lang"):
            self.souci("<html> n'annonce pas sa langue")
        if balise == "img" and "alt" not in attributs:
            self.souci("une image n'a pas de texte alt")
        for nom in "href", "src":
            adresse = (attributs.get(nom) or "").split("#")[0]
            if adresse and ":" not in adresse and not os.path.exists(adresse):
                self.souci(f"{adresse} n'existe pas")

    def handle_endtag(self, balise):
        while self.ouvertes and self.ouvertes[-1][0] != balise and self.ouvertes[-1][0] in FACULTATIVES:
            self.ouvertes.pop()
        if self.ouvertes and self.ouvertes[-1][0] == balise:
            self.ouvertes.pop()
        elif balise in [nom for nom, _ in self.ouvertes]:
            nom, ligne = self.ouvertes[-1]
            self.souci(f"</{balise}> arrive alors que <{nom}>, ligne {ligne}, n'est pas fermée")
            while self.ouvertes.pop()[0] != balise:
                pass
        else:
            self.souci(f"</{balise}> ferme quelque chose qui n'est pas ouvert")


total = 0
for page in ["index.html", "parcours.html"]:
    lecteur = Lecteur(page)
    with open(page, encoding="utf-8") as fichier:
        lecteur.feed(fichier.read())
    for balise in ["main", "nav", "header", "footer", "h1"]:
        if balise not in lecteur.vues:
            lecteur.soucis.append(f"{page} : il n'y a pas de <{balise}>")
    print("\n".join(lecteur.soucis) or f"{page} : rien à signaler")
    total += len(lecteur.soucis)

print(f"\n{total} souci(s) trouvé(s)")
