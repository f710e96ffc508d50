#!/bin/bash
git restore accueil.md
git restore --staged secret.txt
