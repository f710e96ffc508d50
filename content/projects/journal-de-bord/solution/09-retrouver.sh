#!/bin/bash
suppression=$(git rev-list -n 1 HEAD -- recettes.md)
git checkout "$suppression~1" -- recettes.md
git commit -m "Retrouver les recettes"
