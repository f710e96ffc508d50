"""The contents asked for: a picture with words, lists, dates, a table."""
import os
import re

from pages import Problemes, cible, est_externe, ici, refuser, soupe, texte

VIDES = {"image", "photo", "img", "une image", "une photo", "picture", "a picture", "moi", "me", "alt", "description", "logo"}


def test_image_decrite():
    problemes = Problemes()
    images = soupe("index.html").body.find_all("img")
    if not images:
        refuser("index.html ne contient aucune image (<img>).", "index.html contains no picture (<img>).")
    for image in images:
        fr, en = ici("index.html", image)
        source, description = image.get("src", ""), image.get("alt")
        if est_externe(source):
            problemes.ajouter(f"{fr} : l'image vient d'un autre site, copie-la dans le dossier images.",
                              f"{en}: the picture comes from another site, copy it into the folder images.")
        elif not os.path.isfile(cible(source)[0]) or source.startswith("/"):
            problemes.ajouter(f"{fr} : le fichier « {source} » n'existe pas dans ton dépôt (majuscules comprises).",
                              f"{en}: the file \"{source}\" does not exist in your repository (capitals included).")
        if description is None:
            problemes.ajouter(f"{fr} : l'image n'a pas d'attribut alt.", f"{en}: the picture has no alt attribute.")
    utiles = [(i, (i.get("alt") or "").strip()) for i in images]
    if not any(len(alt) >= 10 and alt.lower() not in VIDES and not re.search(r"\.(png|jpe?g|svg|webp|gif)$", alt, re.I) for _, alt in utiles):
        lus = ", ".join(f"« {alt} »" for _, alt in utiles)
        problemes.ajouter(f"Aucun texte alt ne décrit vraiment une image : {lus}.",
                          f"No alt text really describes a picture: {lus}.")
    problemes.verdict()


def test_figure_legendee():
    for figure in soupe("index.html").body.find_all("figure"):
        if figure.find("img") and texte(figure.find("figcaption")):
            return
    refuser("index.html : l'image doit être dans une <figure>, avec une légende <figcaption>.",
            "index.html: the picture has to be in a <figure>, with a caption <figcaption>.")


def test_liste_de_ce_que_j_aime():
    listes = [liste for liste in soupe("index.html").find("main").find_all("ul") if not liste.find_parent("nav")] if soupe("index.html").find("main") else []
    for liste in listes:
        lignes = [li for li in liste.find_all("li", recursive=False) if texte(li)]
        if len(lignes) >= 3:
            return
    refuser("index.html : dans <main>, il manque une liste <ul> d'au moins trois lignes <li> remplies.",
            "index.html: in <main>, a list <ul> of at least three filled lines <li> is missing.")


def test_etapes_datees():
    problemes = Problemes()
    principal = soupe("parcours.html").body.find("main")
    listes = principal.find_all("ol") if principal else []
    if not listes:
        refuser("parcours.html : dans <main>, il manque une liste ordonnée <ol>.",
                "parcours.html: in <main>, an ordered list <ol> is missing.")
    etapes = max((liste.find_all("li", recursive=False) for liste in listes), key=len)
    if len(etapes) < 3:
        problemes.ajouter(f"parcours.html : il faut au moins trois étapes, il y en a {len(etapes)}.",
                          f"parcours.html: at least three steps are needed, there are {len(etapes)}.")
    for etape in etapes:
        fr, en = ici("parcours.html", etape)
        moment = etape.find("time")
        if moment is None:
            problemes.ajouter(f"{fr} : l'étape n'a pas de <time>.", f"{en}: the step has no <time>.")
        elif not re.fullmatch(r"\d{4}(-\d{2}(-\d{2})?)?", moment.get("datetime") or texte(moment)):
            problemes.ajouter(f"{fr} : datetime s'écrit année, année-mois ou année-mois-jour : 2024, 2024-09 ou 2024-09-02.",
                              f"{en}: datetime is written year, year-month or year-month-day: 2024, 2024-09 or 2024-09-02.")
    problemes.verdict()


def test_tableau_lisible():
    problemes = Problemes()
    tableau = soupe("parcours.html").body.find("table")
    if tableau is None:
        refuser("parcours.html ne contient aucun tableau (<table>).", "parcours.html contains no table (<table>).")
    if not texte(tableau.find("caption")):
        problemes.ajouter("Le tableau n'a pas de légende <caption>.", "The table has no <caption>.")
    titres = tableau.find_all("th")
    if not titres:
        problemes.ajouter("Le tableau n'a pas de cases de titre <th>.", "The table has no heading cells <th>.")
    if any(th.get("scope") not in ("col", "row", "colgroup", "rowgroup") for th in titres):
        problemes.ajouter("Chaque <th> doit dire s'il nomme une colonne ou une ligne : scope=\"col\" ou scope=\"row\".",
                          "Each <th> has to say whether it names a column or a row: scope=\"col\" or scope=\"row\".")
    if not tableau.find("thead") or not tableau.find("thead").find("th"):
        problemes.ajouter("La ligne des titres n'est pas dans un <thead>.", "The row of headings is not in a <thead>.")
    lignes = tableau.find_all("tr")
    if len(lignes) < 4:
        problemes.ajouter(f"Il faut au moins trois lignes sous les titres, il y en a {max(len(lignes) - 1, 0)}.",
                          f"At least three rows are needed under the headings, there are {max(len(lignes) - 1, 0)}.")
    # A cell that spans rows would need a real table layout to count; without one, rows must be equally wide.
    if not tableau.find(rowspan=True):
        largeurs = {sum(int(c["colspan"]) if c.get("colspan", "").isdigit() else 1 for c in tr.find_all(["td", "th"])) for tr in lignes}
        if len(largeurs) > 1:
            problemes.ajouter(f"Les lignes n'ont pas toutes le même nombre de cases : {sorted(largeurs)}.",
                              f"The rows do not all have the same number of cells: {sorted(largeurs)}.")
    problemes.verdict()
