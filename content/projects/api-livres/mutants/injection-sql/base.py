"""La base de données : tout le SQL est ici, et nulle part ailleurs."""
import sqlite3

FICHIER = "livres.db"

# Un emprunt en cours n'a pas de retour. L'index garantit qu'il n'y en a qu'un par livre, même si deux demandes se croisent.
TABLES = """
CREATE TABLE IF NOT EXISTS livres (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  titre TEXT NOT NULL CHECK (titre <> ''),
  auteur TEXT NOT NULL CHECK (auteur <> ''),
  annee INTEGER
);
CREATE TABLE IF NOT EXISTS emprunts (
  id INTEGER PRIMARY KEY,
  livre INTEGER NOT NULL REFERENCES livres (id) ON DELETE CASCADE,
  lecteur TEXT NOT NULL,
  rendu INTEGER NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX IF NOT EXISTS un_seul_emprunt ON emprunts (livre) WHERE rendu = 0;
"""

LIVRE = """
SELECT l.id, l.titre, l.auteur, l.annee, e.lecteur
FROM livres AS l LEFT JOIN emprunts AS e ON e.livre = l.id AND e.rendu = 0
"""


def connexion():
    c = sqlite3.connect(FICHIER)
    c.row_factory = sqlite3.Row
    c.execute("PRAGMA foreign_keys = ON")
    return c


def creer_tables():
    with connexion() as c:
        c.executescript(TABLES)


def chercher(auteur=None, disponibles=False):
    condition = "1 = 1" if auteur is None else f"l.auteur = '{auteur}'"
    if disponibles:
        condition += " AND e.id IS NULL"
    with connexion() as c:
        return [dict(ligne) for ligne in c.execute(LIVRE + f"WHERE {condition} ORDER BY l.titre, l.id")]


def trouver(numero):
    with connexion() as c:
        ligne = c.execute(LIVRE + "WHERE l.id = ?", (numero,)).fetchone()
        return None if ligne is None else dict(ligne)


def ajouter(livre):
    with connexion() as c:
        return c.execute("INSERT INTO livres (titre, auteur, annee) VALUES (:titre, :auteur, :annee)", livre).lastrowid


def remplacer(numero, livre):
    with connexion() as c:
        c.execute("UPDATE livres SET titre = :titre, auteur = :auteur, annee = :annee WHERE id = :id", {**livre, "id": numero})


def effacer(numero):
    with connexion() as c:
        c.execute("DELETE FROM livres WHERE id = ?", (numero,))


def emprunter(numero, lecteur):
    """Dit si c'était possible."""
    try:
        with connexion() as c:
            c.execute("INSERT INTO emprunts (livre, lecteur) VALUES (?, ?)", (numero, lecteur))
        return True
    except sqlite3.IntegrityError:
        return False


def rendre(numero):
    """Dit s'il était emprunté."""
    with connexion() as c:
        return c.execute("UPDATE emprunts SET rendu = 1 WHERE livre = ? AND rendu = 0", (numero,)).rowcount == 1
