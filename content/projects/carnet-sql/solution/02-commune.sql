SELECT prenom, nom
FROM membres
WHERE commune = 'Bonnes'
ORDER BY nom, prenom;
