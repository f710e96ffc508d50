#!/bin/bash
mkdir -p classeur/photos classeur/textes classeur/tableaux
echo "Classeur du Préau" > classeur/lisez-moi.txt
echo "Un dossier par sorte de fichier" >> classeur/lisez-moi.txt
