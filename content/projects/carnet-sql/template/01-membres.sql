-- Prénom, nom et commune de tous les membres, par nom puis prénom.
-- First name, name and village of all members, by name then first name.
SELECT prenom FROM membres;
