INSERT INTO membres (prenom, nom, commune, inscription)
VALUES ('Lou', 'Brun', 'Archigny', '2024-06-15');
