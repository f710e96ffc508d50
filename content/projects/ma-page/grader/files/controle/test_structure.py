"""The skeleton that a screen reader follows: landmarks, headings, links."""
import os
from collections import Counter

from pages import PAGES, Problemes, cible, est_externe, ici, soupe, texte

FLOUS = {"ici", "cliquez ici", "clique ici", "cliquer ici", "lien", "ce lien", "lire la suite", "en savoir plus", "plus", "voir",
         "here", "click here", "link", "this link", "read more", "more"}


def test_reperes():
    problemes = Problemes()
    for page in PAGES:
        corps = soupe(page).body
        for nom in ["header", "main", "footer"]:
            # <header> and <footer> of an article are something else: only those of the page count.
            trouves = [e for e in corps.find_all(nom) if not e.find_parent(["article", "section", "main", "aside", "nav"])]
            if len(trouves) != 1:
                problemes.ajouter(f"{page} : il faut un <{nom}> de page et un seul, il y en a {len(trouves)}.",
                                  f"{page}: one <{nom}> of the page is needed, no more, no less; there are {len(trouves)}.")
        if not corps.find("nav"):
            problemes.ajouter(f"{page} : le menu n'est pas dans un <nav>.", f"{page}: the menu is not in a <nav>.")
        if len(texte(corps.find("main"))) < 100:
            problemes.ajouter(f"{page} : <main> est presque vide, le contenu de la page doit s'y trouver.",
                              f"{page}: <main> is almost empty, the contents of the page have to be in it.")
    problemes.verdict()


def test_titres_en_escalier():
    problemes = Problemes()
    for page in PAGES:
        titres = soupe(page).body.find_all(["h1", "h2", "h3", "h4", "h5", "h6"])
        nombre = sum(titre.name == "h1" for titre in titres)
        if nombre != 1:
            problemes.ajouter(f"{page} : il faut un <h1> et un seul, il y en a {nombre}.",
                              f"{page}: one <h1> is needed, no more, no less; there are {nombre}.")
        if len(titres) < 3:
            problemes.ajouter(f"{page} : il faut au moins deux parties, chacune avec son titre.",
                              f"{page}: at least two parts are needed, each with its heading.")
        niveau = 0
        for titre in titres:
            fr, en = ici(page, titre)
            actuel = int(titre.name[1])
            if actuel > niveau + 1:
                problemes.ajouter(f"{fr} : <{titre.name}> vient après un titre de niveau {niveau}, une marche est sautée.",
                                  f"{en}: <{titre.name}> comes after a heading of level {niveau}, a step is skipped.")
            if not texte(titre):
                problemes.ajouter(f"{fr} : un titre est vide.", f"{en}: a heading is empty.")
            niveau = actuel
    problemes.verdict()


def test_menu():
    problemes = Problemes()
    for page in PAGES:
        nav = soupe(page).body.find("nav")
        liens = nav.find_all("a", href=True) if nav else []
        adresses = [os.path.normpath(cible(lien["href"])[0] or page) for lien in liens]
        for autre in PAGES:
            if autre not in adresses:
                problemes.ajouter(f"{page} : le menu <nav> n'a pas de lien vers {autre}.",
                                  f"{page}: the menu <nav> has no link to {autre}.")
        courants = [adresse for lien, adresse in zip(liens, adresses) if lien.get("aria-current") in ("page", "true")]
        if courants != [page]:
            problemes.ajouter(f"{page} : dans le menu, aria-current=\"page\" doit marquer le lien vers {page}, et lui seul.",
                              f"{page}: in the menu, aria-current=\"page\" has to mark the link to {page}, and no other.")
        if nav and not nav.find("li"):
            problemes.ajouter(f"{page} : les liens du menu forment une liste (<ul> et <li>).",
                              f"{page}: the links of the menu form a list (<ul> and <li>).")
    problemes.verdict()


def test_lien_d_evitement():
    problemes = Problemes()
    for page in PAGES:
        corps = soupe(page).body
        premier = corps.find(["a", "button", "input", "select", "textarea"])
        principal = corps.find("main")
        adresse = premier.get("href", "") if premier else ""
        arrivee = corps.find(id=adresse[1:]) if adresse.startswith("#") and len(adresse) > 1 else None
        if arrivee is None or principal is None or not (arrivee is principal or principal in arrivee.parents):
            problemes.ajouter(f"{page} : le tout premier lien de la page doit mener au contenu, par un # suivi de l'id de <main>.",
                              f"{page}: the very first link of the page has to lead to the contents, by a # and the id of <main>.")
    problemes.verdict()


def test_liens_qui_menent_quelque_part():
    problemes = Problemes()
    for page in PAGES:
        for lien in soupe(page).body.find_all("a"):
            fr, en = ici(page, lien)
            adresse = (lien.get("href") or "").strip()
            if not adresse or adresse == "#":
                problemes.ajouter(f"{fr} : un lien ne mène nulle part.", f"{en}: a link leads nowhere.")
                continue
            if est_externe(adresse):
                continue
            fichier, ancre = cible(adresse)
            if fichier.startswith("/") or "\\" in fichier:
                problemes.ajouter(f"{fr} : « {adresse} » n'existe que sur ton ordinateur, écris un chemin relatif.",
                                  f"{en}: \"{adresse}\" exists on your computer only, write a relative path.")
                continue
            fichier = os.path.normpath(fichier) if fichier else page
            if not os.path.isfile(fichier):
                problemes.ajouter(f"{fr} : le lien mène à {fichier}, qui n'existe pas (majuscules comprises).",
                                  f"{en}: the link leads to {fichier}, which does not exist (capitals included).")
            elif ancre and fichier.endswith(".html") and not soupe(fichier).find(id=ancre):
                problemes.ajouter(f"{fr} : aucun élément de {fichier} n'a l'id « {ancre} ».",
                                  f"{en}: no element of {fichier} has the id \"{ancre}\".")
    problemes.verdict()


def test_textes_des_liens():
    problemes = Problemes()
    externes = courriels = 0
    for page in PAGES:
        for lien in soupe(page).body.find_all("a", href=True):
            fr, en = ici(page, lien)
            dit = texte(lien) or lien.get("aria-label", "")
            if not dit:
                problemes.ajouter(f"{fr} : un lien n'a pas de texte.", f"{en}: a link has no text.")
            elif dit.lower().strip(" .!:»«>") in FLOUS or dit.startswith(("http://", "https://", "www.")):
                problemes.ajouter(f"{fr} : le lien « {dit} », lu tout seul, ne dit pas où il mène.",
                                  f"{en}: the link \"{dit}\", read alone, does not say where it leads.")
            externes += lien["href"].startswith(("http://", "https://"))
            courriels += lien["href"].startswith("mailto:") and "@" in lien["href"]
    if not externes:
        problemes.ajouter("Il manque un lien vers un autre site (https://…).", "A link to another site (https://…) is missing.")
    if not courriels:
        problemes.ajouter("Il manque un lien pour écrire un message (mailto:…).", "A link to write a message (mailto:…) is missing.")
    problemes.verdict()


def test_identifiants_uniques():
    problemes = Problemes()
    for page in PAGES:
        nombres = Counter(e["id"] for e in soupe(page).find_all(id=True))
        for identifiant, nombre in nombres.items():
            if nombre > 1 or not identifiant.strip() or " " in identifiant:
                problemes.ajouter(f"{page} : l'id « {identifiant} » doit être unique et sans espace.",
                                  f"{page}: the id \"{identifiant}\" has to be unique and without spaces.")
    problemes.verdict()
