"""The learner's style sheet, read as a browser would: rules, last word wins, variables, colours, contrast."""
import re

import tinycss2
import tinycss2.color3
from pages import lire

class Feuille:
    def __init__(self, fichier="style.css"):
        self.erreurs, self.regles = [], []
        self.texte = lire(fichier)
        self._lire(tinycss2.parse_stylesheet(self.texte, skip_comments=True, skip_whitespace=True), dans_media=False)

    def _lire(self, noeuds, dans_media):
        for noeud in noeuds:
            if noeud.type == "error":
                self._erreur(noeud.source_line, "une accolade manque ou est en trop", "a brace is missing, or one too many")
            elif noeud.type == "qualified-rule":
                self._regle(noeud, dans_media)
            elif noeud.type == "at-rule" and noeud.lower_at_keyword in ("media", "supports", "layer") and noeud.content is not None:
                dedans = tinycss2.parse_rule_list(noeud.content, skip_comments=True, skip_whitespace=True)
                self._lire(dedans, dans_media or noeud.lower_at_keyword == "media")

    def _erreur(self, ligne, fr, en):
        self.erreurs.append((ligne, fr, en))

    def _regle(self, noeud, dans_media, dehors=""):
        if any(jeton == ";" for jeton in noeud.prelude):
            self._erreur(noeud.source_line, "il manque une accolade ouvrante {", "an opening brace { is missing")
        selecteurs = [re.sub(r"\s+", " ", s.strip()) for s in tinycss2.serialize(noeud.prelude).split(",")]
        if dehors:
            selecteurs = [s.replace("&", dehors) if "&" in s else f"{dehors} {s}" for s in selecteurs]
        declarations, imbriquees = separer(noeud.content)
        valeurs = {}
        for d in tinycss2.parse_declaration_list(declarations, skip_comments=True, skip_whitespace=True):
            if d.type == "error":
                self._erreur(d.source_line, "une propriété s'écrit nom: valeur;", "a property is written name: value;")
            elif d.type == "declaration":
                if any(jeton == ":" for jeton in d.value) and not d.name.startswith("--"):
                    self._erreur(d.source_line, f"il manque un point-virgule après {d.name}", f"a semicolon is missing after {d.name}")
                valeurs[d.lower_name] = tinycss2.serialize(d.value).strip()
        self.regles.append((selecteurs, valeurs, dans_media, noeud.source_line))
        for regle in imbriquees:
            if regle.type == "qualified-rule":
                self._regle(regle, dans_media, selecteurs[0])

    def valeur(self, propriete, *selecteurs):
        """The last value given to one of these selectors, outside @media."""
        trouvee = None
        for noms, valeurs, dans_media, _ in self.regles:
            if not dans_media and set(noms) & set(selecteurs) and propriete in valeurs:
                trouvee = self.sans_variables(valeurs[propriete])
        return trouvee

    def sans_variables(self, valeur, profondeur=0):
        def remplacer(m):
            trouve = self.valeur_de_variable(m[1])
            return trouve if trouve is not None else (m[2] or "").strip()
        nouvelle = re.sub(r"var\(\s*(--[\w-]+)\s*(?:,([^()]*))?\)", remplacer, valeur)
        return nouvelle if nouvelle == valeur or profondeur > 8 else self.sans_variables(nouvelle, profondeur + 1)

    def valeur_de_variable(self, nom):
        for noms, valeurs, dans_media, _ in reversed(self.regles):
            if not dans_media and set(noms) & {":root", "html", "body", "*"} and nom in valeurs:
                return valeurs[nom]

    def fond(self, valeurs):
        """The background colour of a rule, None when it sets none (or an image, which cannot be judged)."""
        valeur = valeurs.get("background-color") or valeurs.get("background")
        if valeur is None or "url(" in valeur or "gradient(" in valeur:
            return None
        valeur = self.sans_variables(valeur)
        return next((c for c in decouper(valeur) if couleur(c)), None)


def separer(contenu):
    """Today's browsers read rules inside rules; tinycss2 1.2 does not: (declarations, inner rules)."""
    declarations, imbriquees, courant = [], [], []
    for jeton in contenu:
        courant.append(jeton)
        if jeton.type == "{} block":
            imbriquees += tinycss2.parse_rule_list(courant, skip_comments=True, skip_whitespace=True)
            courant = []
        elif jeton == ";":
            declarations += courant
            courant = []
    return declarations + courant, imbriquees


def decouper(valeur):
    """"none no-repeat rgb(1, 2, 3)" → its words, functions kept whole."""
    return re.findall(r"[^\s(]+\([^)]*\)|[^\s]+", valeur)


def couleur(valeur):
    """(r, g, b) from 0 to 1 of an opaque colour, or None."""
    valeur = valeur.strip().lower()
    if m := re.fullmatch(r"#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})", valeur):
        chiffres = m[1] if len(m[1]) > 4 else "".join(c * 2 for c in m[1])
        valeur = "#" + chiffres[:6]
    elif m := re.fullmatch(r"(rgb|hsl)a?\((.*)\)", valeur):
        # Old notation with commas and new one with spaces: the reader knows only the old.
        nombres = re.split(r"[\s,/]+", m[2].strip())[:3]
        valeur = f"{m[1]}({', '.join(n.removesuffix('deg') for n in nombres)})"
    lue = tinycss2.color3.parse_color(valeur)
    return None if lue is None or lue == "currentColor" or lue.alpha == 0 else (lue.red, lue.green, lue.blue)


def luminance(rvb):
    # WCAG 2.2, relative luminance
    r, v, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in rvb)
    return 0.2126 * r + 0.7152 * v + 0.0722 * b


def contraste(a, b):
    clair, fonce = sorted((luminance(couleur(a)), luminance(couleur(b))), reverse=True)
    return (clair + 0.05) / (fonce + 0.05)
