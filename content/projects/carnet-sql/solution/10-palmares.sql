SELECT membres.prenom, membres.nom, COUNT(prets.id)
FROM membres
LEFT JOIN prets ON prets.membre_id = membres.id
GROUP BY membres.id
ORDER BY COUNT(prets.id) DESC, membres.nom, membres.prenom;
