#!/bin/bash
git pull --no-rebase --no-edit
git push
