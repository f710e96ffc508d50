#!/bin/sh
# Gives run_autograder the folders that it expects: /autograder/source, /autograder/submission and /autograder/results.
set -e
mkdir -p /tmp/autograder
cp -r /work/.autograder /tmp/autograder/source
cp -r /work /tmp/autograder/submission
rm -rf /tmp/autograder/submission/.autograder
ln -s /report /tmp/autograder/results
cd /tmp/autograder
chmod +x source/run_autograder
exec source/run_autograder
