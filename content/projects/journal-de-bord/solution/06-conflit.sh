#!/bin/bash
git merge ete
git checkout --theirs horaires.md
git add horaires.md
git commit --no-edit
