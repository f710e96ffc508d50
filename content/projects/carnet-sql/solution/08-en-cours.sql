SELECT membres.prenom, outils.nom, prets.prevu_le
FROM prets
JOIN membres ON membres.id = prets.membre_id
JOIN outils ON outils.id = prets.outil_id
WHERE prets.rendu_le IS NULL
ORDER BY prets.prevu_le, outils.nom;
