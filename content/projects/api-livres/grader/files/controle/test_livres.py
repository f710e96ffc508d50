from concurrent.futures import ThreadPoolExecutor
from urllib.parse import quote

from client import comme, demander, exiger, nouveau, refus, statut, titres

INCONNU = "/livres/987654"


def test_liste():
    reponse = statut(demander("GET", "/livres"), 200)
    titres(reponse)
    exiger("application/json" in reponse.entetes.get("Content-Type", ""), reponse, "Le type doit être application/json", "The type has to be application/json")


def test_creer():
    livre = {"titre": "L'Étranger", "auteur": "Albert Camus", "annee": 1942}
    reponse = statut(demander("POST", "/livres", livre), 201)
    comme(reponse, {**livre, "lecteur": None})
    ou = f"/livres/{reponse.donnees.get('id')}"
    exiger(reponse.entetes.get("Location") == ou, reponse,
           f"L'en-tête Location doit dire où est le nouveau livre : {ou} ; on lit {reponse.entetes.get('Location')}",
           f"The header Location has to say where the new book is: {ou}; we read {reponse.entetes.get('Location')}")


def test_montrer():
    livre = nouveau()
    comme(statut(demander("GET", f"/livres/{livre['id']}"), 200), livre)


def test_sans_annee():
    comme(statut(demander("POST", "/livres", {"titre": "Beowulf", "auteur": "Anonyme"}), 201), {"titre": "Beowulf", "annee": None})


def test_inconnu():
    refus(demander("GET", INCONNU), 404)
    refus(demander("GET", "/livres/abc"), 404)
    refus(demander("GET", "/films"), 404)


def test_mauvais_json():
    for brut in (b"{titre: Momo", b"", b"\xff\xfe"):
        refus(demander("POST", "/livres", brut=brut), 400)
    refus(demander("POST", "/livres", ["Momo"]), 400)


def test_mauvais_champs():
    bon = {"titre": "Momo", "auteur": "Michael Ende", "annee": 1973}
    for champ, valeur in (("titre", ""), ("titre", "   "), ("titre", 5), ("titre", None), ("auteur", ["x"]), ("annee", "1973"), ("annee", 19.5), ("annee", True)):
        refus(demander("POST", "/livres", {**bon, champ: valeur}), 400)
    refus(demander("POST", "/livres", {"auteur": "Michael Ende"}), 400)


def test_remplacer():
    livre = nouveau()
    change = {"titre": "Un autre titre", "auteur": "Une autre", "annee": 2001}
    comme(statut(demander("PUT", f"/livres/{livre['id']}", change), 200), {"id": livre["id"], **change})
    comme(statut(demander("GET", f"/livres/{livre['id']}"), 200), change)
    refus(demander("PUT", f"/livres/{livre['id']}", {"titre": "Sans auteur"}), 400)
    refus(demander("PUT", INCONNU, change), 404)


def test_effacer():
    livre = nouveau()
    statut(demander("DELETE", f"/livres/{livre['id']}"), 204)
    refus(demander("GET", f"/livres/{livre['id']}"), 404)
    refus(demander("DELETE", f"/livres/{livre['id']}"), 404)


def test_tri():
    for titre in ("Zazie", "Antigone", "Matilda"):
        nouveau(titre=titre, auteur="Du tri")
    lus = titres(statut(demander("GET", "/livres"), 200))
    reponse = demander("GET", "/livres")
    exiger([t for t in lus if t in ("Zazie", "Antigone", "Matilda")] == ["Antigone", "Matilda", "Zazie"], reponse,
           "On attend les livres dans l'ordre de leurs titres : Antigone, Matilda, Zazie", "We expect the books in the order of their titles: Antigone, Matilda, Zazie")


def test_par_auteur():
    for titre in ("Sido", "Chéri"):
        nouveau(titre=titre, auteur="Colette & Cie")
    reponse = statut(demander("GET", f"/livres?auteur={quote('Colette & Cie')}"), 200)
    exiger(titres(reponse) == ["Chéri", "Sido"], reponse, "On attend seulement Chéri et Sido", "We expect Chéri and Sido only")
    rien = statut(demander("GET", "/livres?auteur=Personne"), 200)
    exiger(titres(rien) == [], rien, "Personne n'a écrit de livre : une liste vide", "Nobody wrote a book: an empty list")


def test_emprunter():
    livre = nouveau()
    comme(statut(demander("POST", f"/livres/{livre['id']}/emprunt", {"lecteur": "Nour"}), 201), {"id": livre["id"], "lecteur": "Nour"})
    comme(statut(demander("GET", f"/livres/{livre['id']}"), 200), {"lecteur": "Nour"})
    refus(demander("POST", f"/livres/{livre['id']}/emprunt", {"lecteur": "Adam"}), 409)
    comme(statut(demander("GET", f"/livres/{livre['id']}"), 200), {"lecteur": "Nour"})
    refus(demander("POST", f"/livres/{livre['id']}/emprunt", {"lecteur": " "}), 400)
    refus(demander("POST", f"{INCONNU}/emprunt", {"lecteur": "Adam"}), 404)


def test_rendre():
    livre = nouveau()
    refus(demander("DELETE", f"/livres/{livre['id']}/emprunt"), 409)
    statut(demander("POST", f"/livres/{livre['id']}/emprunt", {"lecteur": "Nour"}), 201)
    statut(demander("DELETE", f"/livres/{livre['id']}/emprunt"), 204)
    comme(statut(demander("GET", f"/livres/{livre['id']}"), 200), {"lecteur": None})
    statut(demander("POST", f"/livres/{livre['id']}/emprunt", {"lecteur": "Adam"}), 201)


def test_disponibles():
    libre, pris = nouveau(auteur="Du rayon"), nouveau(auteur="Du rayon")
    statut(demander("POST", f"/livres/{pris['id']}/emprunt", {"lecteur": "Nour"}), 201)
    reponse = statut(demander("GET", f"/livres?disponible=1&auteur={quote('Du rayon')}"), 200)
    exiger(titres(reponse) == [libre["titre"]], reponse, f"On attend seulement le livre qui n'est pas emprunté : {libre['titre']}",
           f"We expect the book only that is not lent: {libre['titre']}")


def test_effacer_emprunte():
    livre = nouveau()
    statut(demander("POST", f"/livres/{livre['id']}/emprunt", {"lecteur": "Nour"}), 201)
    statut(demander("DELETE", f"/livres/{livre['id']}"), 204)
    autre = nouveau()
    comme(statut(demander("GET", f"/livres/{autre['id']}"), 200), {"lecteur": None})


def test_injection():
    mechant = "x'); DROP TABLE livres; --"
    comme(demander("GET", f"/livres/{nouveau(titre=mechant, auteur=mechant)['id']}"), {"titre": mechant, "auteur": mechant})
    reponse = statut(demander("GET", f"/livres?auteur={quote(chr(39) + ' OR 1=1 --')}"), 200)
    exiger(titres(reponse) == [], reponse, "Aucun auteur ne s'appelle « ' OR 1=1 -- » : une liste vide. Ton SQL a pris ce nom pour un ordre",
           "No author is called \"' OR 1=1 --\": an empty list. Your SQL took that name for a command")
    statut(demander("GET", f"/livres?auteur={quote('d’Ormesson')}"), 200)
    statut(demander("GET", f"/livres?auteur={quote(chr(39))}"), 200)


def test_methode():
    reponse = demander("PATCH", "/livres")
    refus(reponse, 405)
    refus(demander("POST", f"/livres/{nouveau()['id']}", {}), 405)


def test_ensemble():
    livre = nouveau()
    with ThreadPoolExecutor(8) as ensemble:
        reponses = list(ensemble.map(lambda n: demander("POST", f"/livres/{livre['id']}/emprunt", {"lecteur": f"Lecteur {n}"}), range(8)))
    recus = sorted(r.statut for r in reponses)
    exiger(recus == [201] + [409] * 7, reponses[0], f"Huit personnes demandent ce livre au même moment : une seule l'a. Statuts reçus : {recus}",
           f"Eight people ask for this book at the same moment: only one gets it. Statuses: {recus}")
