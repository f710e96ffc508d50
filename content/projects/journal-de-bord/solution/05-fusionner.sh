#!/bin/bash
git merge --no-ff -m "Fusionner la fête" fete
git branch -d fete
