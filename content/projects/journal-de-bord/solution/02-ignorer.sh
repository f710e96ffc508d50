#!/bin/bash
printf 'mots-de-passe.txt\nbrouillons/\n*.tmp\n' > .gitignore
git add .
git commit -m "Ignorer ce qui est privé"
