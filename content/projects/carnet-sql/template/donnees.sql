-- De quoi t'entraîner. Les contrôles du site utilisent d'autres données. / Data to practise on; the site's checks use others.

INSERT INTO membres (id, prenom, nom, commune, inscription, email) VALUES
  (1, 'Ines',   'Roy',     'Bonnes',    '2023-03-04', 'ines@preau.example'),
  (2, 'Karim',  'Benali',  'Chauvigny', '2023-03-04', NULL),
  (3, 'Lucie',  'Martin',  'La Puye',   '2023-05-20', 'lucie@preau.example'),
  (4, 'Marc',   'Petit',   'Bonnes',    '2023-09-09', ''),
  (5, 'Nadia',  'Lopez',   'Archigny',  '2024-01-13', 'nadia@preau.example'),
  (6, 'Oscar',  'Martin',  'Bonnes',    '2024-02-10', NULL);

INSERT INTO outils (id, nom, categorie, valeur) VALUES
  (1, 'Perceuse',            'bricolage', 120),
  (2, 'Scie sauteuse',       'bricolage',  95),
  (3, 'Niveau laser',        'bricolage',  60),
  (4, 'Tondeuse',            'jardin',    240),
  (5, 'Taille-haie',         'jardin',    135),
  (6, 'Machine à coudre',    'maison',    180),
  (7, 'Petite scie à bois',  'bricolage',  18),
  (8, 'Appareil à raclette', 'maison',     45),
  (9, 'Broyeur',             'jardin',    240);

INSERT INTO prets (id, outil_id, membre_id, emprunte_le, prevu_le, rendu_le) VALUES
  (1, 1, 1, '2024-04-02', '2024-04-09', '2024-04-08'),
  (2, 4, 3, '2024-05-11', '2024-05-13', '2024-05-20'),
  (3, 1, 2, '2024-05-18', '2024-05-25', NULL),
  (4, 6, 5, '2024-06-01', '2024-06-15', NULL),
  (5, 2, 1, '2024-06-08', '2024-06-12', NULL),
  (6, 5, 3, '2024-06-12', '2024-06-19', NULL),
  (7, 8, 1, '2024-06-14', '2024-06-17', NULL);
