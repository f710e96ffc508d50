"""L'API : quelle réponse pour quelle requête. / The API: which answer to which request."""
import base


def preparer():
    """Appelée une fois, au démarrage. / Called once, at the start."""
    base.creer_tables()


def repondre(methode, chemin, parametres, corps):
    """La réponse à une requête : (statut, données à écrire en JSON ou None, en-têtes).

    methode     "GET", "POST", "PUT" ou "DELETE"
    chemin      par exemple "/livres/12"
    parametres  ce qui suit le « ? » : {"auteur": "Colette"}
    corps       ce que le client a envoyé, en octets
    """
    if methode == "GET" and chemin == "/livres":
        return 200, base.tous_les_livres(), {}
    return 404, {"erreur": "Il n'y a rien à cette adresse."}, {}
