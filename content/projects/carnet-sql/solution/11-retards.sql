SELECT membres.prenom, outils.nom,
  CAST(julianday('2024-06-15') - julianday(prets.prevu_le) AS INTEGER) AS jours
FROM prets
JOIN membres ON membres.id = prets.membre_id
JOIN outils ON outils.id = prets.outil_id
WHERE prets.rendu_le IS NULL AND prets.prevu_le < '2024-06-15'
ORDER BY jours DESC, outils.nom;
