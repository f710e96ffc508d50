#!/bin/bash
# Exercice 10 : envoyer ton commit sans perdre celui de ta collègue.
# Exercise 10: send your commit without losing your colleague's.
#
# git fetch va chercher les nouvelles. git pull va les chercher et les réunit aux tiennes. git push envoie.
