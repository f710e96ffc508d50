SELECT categorie, ROUND(AVG(valeur), 1)
FROM outils
GROUP BY categorie
HAVING COUNT(*) >= 3
ORDER BY categorie;
