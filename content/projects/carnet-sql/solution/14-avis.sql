CREATE TABLE avis (
  id          INTEGER PRIMARY KEY,
  outil_id    INTEGER NOT NULL REFERENCES outils (id),
  membre_id   INTEGER NOT NULL REFERENCES membres (id),
  note        INTEGER NOT NULL CHECK (note BETWEEN 1 AND 5),
  commentaire TEXT NOT NULL DEFAULT '',
  UNIQUE (outil_id, membre_id)
);
