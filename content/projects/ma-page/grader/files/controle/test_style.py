"""The style sheet: linked, correct, comfortable to read."""
import os
import re

from feuille import Feuille, contraste, couleur
from pages import PAGES, Problemes, cible, refuser, soupe

CORPS = ("html", ":root", "body", "*")


def test_feuille_liee():
    problemes = Problemes()
    for page in PAGES:
        liens = [l for l in soupe(page).find_all("link", href=True) if "stylesheet" in l.get("rel", [])]
        if "style.css" not in [os.path.normpath(cible(l["href"])[0]) for l in liens]:
            problemes.ajouter(f"{page} ne charge pas style.css : il manque <link rel=\"stylesheet\" href=\"style.css\">.",
                              f"{page} does not load style.css: <link rel=\"stylesheet\" href=\"style.css\"> is missing.")
    feuille = Feuille()
    for ligne, fr, en in feuille.erreurs:
        problemes.ajouter(f"style.css, ligne {ligne} : {fr}.", f"style.css, line {ligne}: {en}.")
    if len(feuille.regles) < 5:
        problemes.ajouter(f"style.css a {len(feuille.regles)} règle(s), il en faut au moins cinq.",
                          f"style.css has {len(feuille.regles)} rule(s), at least five are needed.")
    problemes.verdict()


def nombre(valeur):
    m = re.match(r"\s*([\d.]+)", valeur or "")
    return float(m[1]) if m else None


def hauteur_de_ligne(feuille):
    """As a multiple of the text's size: 1.5, 150 %, 1.5em, and the shorthand font: 1rem/1.5 …"""
    valeur = feuille.valeur("line-height", *CORPS)
    if valeur is None and (m := re.search(r"/\s*([\d.]+%?)", feuille.valeur("font", *CORPS) or "")):
        valeur = m[1]
    if valeur is None or nombre(valeur) is None:
        return None
    if valeur.endswith("px"):
        return nombre(valeur) / 16
    return nombre(valeur) / (100 if valeur.endswith("%") else 1)


def test_lecture_confortable():
    feuille, problemes = Feuille(), Problemes()
    hauteur = hauteur_de_ligne(feuille)
    if hauteur is None or hauteur < 1.4:
        problemes.ajouter("La règle body doit donner un line-height d'au moins 1.4.", "The rule body has to give a line-height of at least 1.4.")
    if not (feuille.valeur("font-family", *CORPS) or feuille.valeur("font", *CORPS)):
        problemes.ajouter("La règle body doit choisir une police (font-family).", "The rule body has to choose a font (font-family).")
    larges = ("body", "main", "html", ".page", ".container", ".contenu")
    largeur = [v for noms, v, _, _ in feuille.regles if set(noms) & set(larges) and ("max-width" in v or "max-inline-size" in v or "min(" in v.get("width", ""))]
    if not largeur:
        problemes.ajouter("La règle body ou main doit limiter la longueur des lignes (max-width).",
                          "The rule body or main has to limit the length of lines (max-width).")
    problemes.verdict()


def test_taille_reglable():
    problemes = Problemes()
    for noms, valeurs, _, ligne in Feuille().regles:
        taille = valeurs.get("font-size", "") + " " + valeurs.get("font", "")
        if re.search(r"\d(px|pt)\b", taille):
            problemes.ajouter(f"style.css, ligne {ligne} : la taille du texte de « {', '.join(noms)} » ne suit pas les réglages du lecteur (rem, em ou % à la place de px).",
                              f"style.css, line {ligne}: the text size of \"{', '.join(noms)}\" does not follow the reader's settings (rem, em or % in place of px).")
    if not any("font-size" in v or "font" in v for _, v, _, _ in Feuille().regles):
        problemes.ajouter("Aucune règle ne donne de taille à un texte (font-size).", "No rule gives a size to any text (font-size).")
    problemes.verdict()


def test_image_souple():
    feuille = Feuille()
    for noms, valeurs, _, _ in feuille.regles:
        if any(re.search(r"\bimg\b", nom) for nom in noms) and "100%" in (valeurs.get("max-width", ""), valeurs.get("width", ""), valeurs.get("max-inline-size", "")):
            return
    refuser("Sur un petit écran l'image dépasserait : donne à img un max-width de 100%.",
            "On a small screen the picture would stick out: give img a max-width of 100%.")


def juger(problemes, ou_fr, ou_en, texte, fond):
    if contraste(texte, fond) < 4.5:
        rapport = f"{contraste(texte, fond):.2f}"
        problemes.ajouter(f"{ou_fr} : {texte} sur {fond} donne un contraste de {rapport}, il faut au moins 4.5.",
                          f"{ou_en}: {texte} on {fond} gives a contrast of {rapport}, at least 4.5 is needed.")


def test_contrastes():
    feuille, problemes = Feuille(), Problemes()
    texte = feuille.valeur("color", *CORPS)
    fonds = [feuille.fond(v) for noms, v, dans_media, _ in feuille.regles if not dans_media and set(noms) & set(CORPS)]
    fond = next((f for f in reversed(fonds) if f), None)
    if texte is None or fond is None:
        refuser("La règle body doit choisir deux couleurs : celle du texte (color) et celle du fond (background-color).",
                "The rule body has to choose two colours: that of the text (color) and that of the background (background-color).")
    if couleur(texte) is None:
        refuser(f"Je ne sais pas lire la couleur « {texte} » : écris-la en hexadécimal, en rgb() ou en hsl().",
                f"I cannot read the colour \"{texte}\": write it in hexadecimal, rgb() or hsl().")
    juger(problemes, "body", "body", texte, fond)

    liens = feuille.valeur("color", "a", "a:link", ":link", "a:any-link")
    if liens is None:
        refuser("La règle a doit choisir la couleur des liens.", "The rule a has to choose the colour of links.")
    if couleur(liens):
        juger(problemes, "a", "a", liens, fond)

    for noms, valeurs, dans_media, ligne in feuille.regles:
        avant, derriere = feuille.sans_variables(valeurs.get("color", "")), feuille.fond(valeurs)
        if not dans_media and not set(noms) & set(CORPS) and couleur(avant) and derriere:
            juger(problemes, f"style.css, ligne {ligne}", f"style.css, line {ligne}", avant, derriere)
    problemes.verdict()


def test_focus_visible():
    feuille, problemes = Feuille(), Problemes()
    marque = False
    for noms, valeurs, _, ligne in feuille.regles:
        contour = (valeurs.get("outline") or valeurs.get("outline-style") or valeurs.get("outline-width") or "").lower()
        efface = contour in ("none", "0", "0px") or contour.startswith(("none ", "0 "))
        autre = {"box-shadow", "border", "border-color", "background", "background-color", "border-bottom", "text-decoration"} & set(valeurs)
        if any(":focus" in nom for nom in noms):
            marque = marque or bool(contour and not efface) or bool(autre)
        # Hiding the ring for the mouse alone, :focus:not(:focus-visible), is a good habit.
        pour_la_souris = all(":not(:focus-visible)" in nom for nom in noms)
        if efface and not pour_la_souris and not (autre and any(":focus" in nom for nom in noms)):
            problemes.ajouter(f"style.css, ligne {ligne} : le contour du focus est supprimé, on ne voit plus où l'on est au clavier.",
                              f"style.css, line {ligne}: the focus outline is removed, keyboard users no longer see where they are.")
    if not marque:
        problemes.ajouter("Aucune règle :focus-visible ne montre où l'on se trouve au clavier.",
                          "No rule :focus-visible shows where keyboard users are.")
    problemes.verdict()
