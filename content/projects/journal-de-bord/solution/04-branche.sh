#!/bin/bash
git switch -c fete
echo "Samedi 21 juin" > fete.md
git add fete.md
git commit -m "Annoncer la fête"
git switch main
