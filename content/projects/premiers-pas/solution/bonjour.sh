#!/bin/bash
if [ -z "$1" ]; then
  echo "Bonjour tout le monde !"
else
  echo "Bonjour $1 !"
fi
