SELECT nom, valeur
FROM outils
WHERE valeur >= 100
ORDER BY valeur DESC, nom;
