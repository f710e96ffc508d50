"""La base de données : tout le SQL est ici, et nulle part ailleurs. / The database: all SQL is here, and nowhere else."""
import sqlite3

FICHIER = "livres.db"


def connexion():
    c = sqlite3.connect(FICHIER)
    c.row_factory = sqlite3.Row  # une ligne se lit alors comme un dictionnaire : ligne["titre"]
    c.execute("PRAGMA foreign_keys = ON")
    return c


def creer_tables():
    with connexion() as c:
        c.execute("CREATE TABLE IF NOT EXISTS livres (id INTEGER PRIMARY KEY)")  # à compléter


def tous_les_livres():
    return []  # à écrire
