SELECT categorie, COUNT(*), SUM(valeur)
FROM outils
GROUP BY categorie
ORDER BY categorie;
