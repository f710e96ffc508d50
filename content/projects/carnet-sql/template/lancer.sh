#!/bin/bash
# Lance une requête sur les données d'entraînement. / Runs a query on the practice data.   bash lancer.sh 01-membres.sql
#
# La base est fabriquée à neuf à chaque fois, en mémoire : tu ne peux rien casser.

sqlite3 -batch -bail -header -column :memory: ".read schema.sql" ".read donnees.sql" ".read $1"
