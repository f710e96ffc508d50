SELECT prenom, nom
FROM membres
WHERE email IS NULL OR email = ''
ORDER BY nom, prenom;
