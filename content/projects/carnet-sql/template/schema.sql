-- Les tables de l'outilthèque. / The tables of the tool library.

CREATE TABLE membres (
  id          INTEGER PRIMARY KEY,
  prenom      TEXT NOT NULL,
  nom         TEXT NOT NULL,
  commune     TEXT NOT NULL,
  inscription TEXT NOT NULL,              -- une date : 2024-06-15
  email       TEXT                        -- peut manquer / may be missing
);

CREATE TABLE outils (
  id        INTEGER PRIMARY KEY,
  nom       TEXT NOT NULL,
  categorie TEXT NOT NULL,
  valeur    INTEGER NOT NULL              -- en euros / in euros
);

CREATE TABLE prets (
  id          INTEGER PRIMARY KEY,
  outil_id    INTEGER NOT NULL REFERENCES outils (id),
  membre_id   INTEGER NOT NULL REFERENCES membres (id),
  emprunte_le TEXT NOT NULL,
  prevu_le    TEXT NOT NULL,              -- le retour attendu / when it is due back
  rendu_le    TEXT                        -- NULL : pas encore rendu / not back yet
);
