SELECT prenom, nom, commune
FROM membres
ORDER BY nom, prenom;
