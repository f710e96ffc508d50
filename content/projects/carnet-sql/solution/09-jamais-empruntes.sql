SELECT outils.nom
FROM outils
LEFT JOIN prets ON prets.outil_id = outils.id
WHERE prets.id IS NULL
ORDER BY outils.nom;
