import urllib.error
import urllib.parse
import urllib.request

ADRESSE = "http://127.0.0.1:8080"


def demande(chemin):
    try:
        with urllib.request.urlopen(ADRESSE + chemin, timeout=5) as reponse:
            return reponse.status, reponse.read().decode()
    except urllib.error.HTTPError as erreur:
        return erreur.code, ""


def test_salue_par_le_nom():
    statut, texte = demande("/bonjour?nom=" + urllib.parse.quote("Zoé"))
    assert (statut, texte.strip()) == (200, "Bonjour Zoé !")


def test_salue_sans_nom():
    statut, texte = demande("/bonjour")
    assert (statut, texte.strip()) == (200, "Bonjour !")


def test_adresse_inconnue():
    statut, _ = demande("/ailleurs")
    assert statut == 404
