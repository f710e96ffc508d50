"""The frame of each page: what a browser must know before it shows anything."""
import re

from pages import PAGES, Problemes, erreurs_de_lecture, ici, lire, soupe, texte

EN_CLAIR = {
    "expected-doctype-but-got-start-tag": ("la page doit commencer par <!doctype html>", "the page has to begin with <!doctype html>"),
    "expected-doctype-but-got-chars": ("du texte se trouve avant <!doctype html>", "some text stands before <!doctype html>"),
    "unknown-doctype": ("le doctype s'écrit <!doctype html>", "the doctype is written <!doctype html>"),
    "unexpected-end-tag": ("</{name}> ferme quelque chose qui n'est pas ouvert", "</{name}> closes something that is not open"),
    "end-tag-too-early": ("</{name}> arrive alors qu'une autre balise est encore ouverte", "</{name}> comes while another tag is still open"),
    "end-tag-too-early-named": ("</{gotName}> arrive alors que <{expectedName}> est encore ouverte", "</{gotName}> comes while <{expectedName}> is still open"),
    "expected-one-end-tag-but-got-another": ("</{gotName}> arrive alors que <{expectedName}> n'est pas fermée", "</{gotName}> comes while <{expectedName}> is not closed"),
    "expected-closing-tag-but-got-eof": ("la page se termine alors qu'une balise est ouverte", "the page ends while a tag is open"),
    "eof-in-attribute-value-double-quote": ("un guillemet \" ouvert n'est jamais fermé", "a quote \" is opened and never closed"),
    "duplicate-attribute": ("le même attribut est écrit deux fois dans une balise", "the same attribute is written twice in a tag"),
    "non-void-element-with-trailing-solidus": ("<{name}/> ne se ferme pas tout seul : il faut </{name}>", "<{name}/> does not close itself: </{name}> is needed"),
    "unexpected-start-tag-implies-end-tag": ("<{startName}> ne peut pas se trouver dans <{endName}>", "<{startName}> cannot be inside <{endName}>"),
    "unexpected-start-tag-implies-table-voodoo": ("<{name}> est mal placé dans le tableau", "<{name}> is in the wrong place in the table"),
    "unexpected-cell-in-table-body": ("une case <{name}> n'est dans aucune ligne <tr>", "a cell <{name}> is in no row <tr>"),
    "invalid-character-in-attribute-name": ("un attribut a un nom bizarre : il manque sans doute un guillemet avant", "an attribute has a strange name: probably a quote is missing before it"),
    "unexpected-character-after-attribute-value": ("il manque un espace entre deux attributs", "a space is missing between two attributes"),
}


def test_html_sans_erreur():
    problemes = Problemes()
    for page in PAGES:
        for (ligne, _), code, details in erreurs_de_lecture(page):
            fr, en = EN_CLAIR.get(code, (f"erreur de lecture ({code})", f"reading error ({code})"))
            problemes.ajouter(f"{page}, ligne {ligne} : {fr.format(**details)}.", f"{page}, line {ligne}: {en.format(**details)}.")
    problemes.verdict()


def test_langue_et_encodage():
    problemes = Problemes()
    for page in PAGES:
        html = soupe(page)
        langue = html.html.get("lang", "")
        if not re.fullmatch(r"[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*", langue):
            problemes.ajouter(f"{page} : <html> n'annonce pas sa langue (lang=\"{langue}\").",
                              f"{page}: <html> does not name its language (lang=\"{langue}\").")
        debut = lire(page).encode()[:1024].decode(errors="ignore").lower()
        if not re.search(r"<meta\s+charset=[\"']?utf-8", debut):
            problemes.ajouter(f"{page} : <meta charset=\"utf-8\"> manque au début de <head>.",
                              f"{page}: <meta charset=\"utf-8\"> is missing at the start of <head>.")
    problemes.verdict()


def test_telephone():
    problemes = Problemes()
    for page in PAGES:
        meta = soupe(page).find("meta", attrs={"name": re.compile("^viewport$", re.I)})
        contenu = (meta.get("content", "") if meta else "").replace(" ", "").lower()
        if "width=device-width" not in contenu:
            problemes.ajouter(f"{page} : sans <meta name=\"viewport\" …>, un téléphone montre la page en tout petit.",
                              f"{page}: without <meta name=\"viewport\" …>, a phone shows the page tiny.")
        elif re.search(r"user-scalable=(no|0)|maximum-scale=1(\.0)?(,|$)", contenu):
            problemes.ajouter(f"{page} : le viewport empêche d'agrandir la page avec les doigts.",
                              f"{page}: the viewport keeps people from zooming with their fingers.")
    problemes.verdict()


def test_titres_de_page():
    problemes = Problemes()
    titres = {}
    for page in PAGES:
        titre = texte(soupe(page).head.find("title"))
        if len(titre) < 5 or titre.lower() in {"document", "titre", "title", "index", "ma page", "untitled"}:
            problemes.ajouter(f"{page} : le titre « {titre} » ne dit pas de quoi parle la page.",
                              f"{page}: the title \"{titre}\" does not say what the page is about.")
        titres.setdefault(titre, []).append(page)
    if len(titres) < len(PAGES):
        problemes.ajouter("Les deux pages ont le même <title> : dans les onglets, on ne les distingue plus.",
                          "Both pages have the same <title>: among the tabs, nobody can tell them apart.")
    problemes.verdict()


def test_pas_de_style_dans_le_html():
    problemes = Problemes()
    for page in PAGES:
        html = soupe(page)
        for element in html.find_all(["style", "center", "font", "marquee", "big"]):
            fr, en = ici(page, element)
            problemes.ajouter(f"{fr} : <{element.name}> n'a pas sa place ici, l'apparence va dans style.css.",
                              f"{en}: <{element.name}> has no place here, looks go into style.css.")
        for element in html.find_all(lambda e: {"style", "align", "bgcolor", "border", "color"} & set(e.attrs) and not e.find_parent("svg") and e.name != "svg"):
            fr, en = ici(page, element)
            problemes.ajouter(f"{fr} : <{element.name}> a un attribut d'apparence, qui va dans style.css.",
                              f"{en}: <{element.name}> has an attribute about looks, which goes into style.css.")
    problemes.verdict()
