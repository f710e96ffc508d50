#!/bin/bash
git add horaires.md
git commit -m "Changer les horaires"
git add tarifs.md
git commit -m "Changer les tarifs"
