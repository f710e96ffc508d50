#!/bin/bash
git init -b main
git add .
git commit -m "Commencer le journal"
