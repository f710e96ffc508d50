#!/usr/bin/env bash
# Lit le carnet des prêts sur l'entrée standard : « titre;prénom », une ligne par prêt.

carnet=$(cat)

# Premier trou : combien de lignes y a-t-il dans le carnet ?
nombre=0
echo "$nombre livres dehors"

# Deuxième trou : une ligne par personne, « 2 chez Amina », la plus chargée d'abord.
