UPDATE prets
SET rendu_le = '2024-06-15'
WHERE rendu_le IS NULL
  AND membre_id = (SELECT id FROM membres WHERE prenom = 'Ines' AND nom = 'Roy');
