-- Made to tell a query that asks the right question from one that is right by luck.

INSERT INTO membres (id, prenom, nom, commune, inscription, email) VALUES
  (10, 'Ines',   'Royer',   'Chauvigny', '2024-03-30', NULL),
  (11, 'Zoe',    'Durand',  'Bonnes',    '2022-10-01', NULL),
  (12, 'Ali',    'Durand',  'Bonnes',    '2023-01-15', 'ali@preau.example'),
  (13, 'Paula',  'Ferro',   'Bonneuil',  '2023-02-11', ''),
  (14, 'Hugo',   'Armand',  'Chauvigny', '2023-04-22', 'hugo@preau.example'),
  (15, 'Ines',   'Roy',     'Bonnes',    '2023-11-05', 'ines@preau.example'),
  (17, 'Theo',   'Blanc',   'Archigny',  '2024-05-02', 'theo@preau.example');

INSERT INTO outils (id, nom, categorie, valeur) VALUES
  (21, 'Echafaudage',       'chantier',  320),
  (22, 'SCIE CIRCULAIRE',   'chantier',  150),
  (23, 'Betonniere',        'chantier',  320),
  (24, 'Serre-joint',       'atelier',    12),
  (25, 'Etabli pour scie',  'atelier',   100),
  (26, 'Ponceuse',          'atelier',    75),
  (27, 'Cafetiere 40 tasses', 'fete',     99),
  (28, 'Sono',              'fete',      210),
  (29, 'Tonnelle',          'fete',      130),
  (30, 'Guirlande',         'fete',       25),
  (31, 'Serpette',          'jardin',     22);

INSERT INTO prets (id, outil_id, membre_id, emprunte_le, prevu_le, rendu_le) VALUES
  (51, 28, 12, '2024-03-01', '2024-03-04', '2024-03-04'),
  (52, 28, 15, '2024-05-31', '2024-06-03', NULL),
  (53, 23, 15, '2024-06-10', '2024-06-15', NULL),
  (54, 25, 15, '2024-04-01', '2024-04-08', '2024-04-20'),
  (55, 22, 12, '2024-05-20', '2024-05-27', NULL),
  (56, 29, 14, '2024-06-13', '2024-06-20', NULL),
  (57, 31, 17, '2024-06-05', '2024-06-12', NULL),
  (58, 31, 17, '2024-05-05', '2024-05-12', '2024-05-11'),
  (59, 26, 10, '2024-06-01', '2024-06-12', NULL),
  (60, 24, 12, '2024-06-02', '2024-06-09', '2024-06-09');
