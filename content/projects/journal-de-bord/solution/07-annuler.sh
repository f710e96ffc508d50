#!/bin/bash
git revert --no-edit HEAD
