SELECT nom
FROM outils
WHERE nom LIKE '%scie%'
ORDER BY nom;
