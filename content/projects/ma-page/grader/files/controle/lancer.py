"""python3 -I controle/lancer.py REPORT: runs the checks, and nothing that a learner may have put beside them.

-I keeps the current folder out of the module path: a bs4.py of the learner's must not be taken for the real one.
"""
import os
import shutil
import sys

import pytest

ICI = os.path.dirname(os.path.abspath(__file__))
AUTEUR = {"conftest.py", "feuille.py", "lancer.py", "pages.py", "pytest.ini",
          "test_contenu.py", "test_document.py", "test_structure.py", "test_style.py"}

for intrus in set(os.listdir(ICI)) - AUTEUR:
    chemin = os.path.join(ICI, intrus)
    if os.path.isdir(chemin) and not os.path.islink(chemin):
        shutil.rmtree(chemin)
    else:
        os.remove(chemin)

# The author's settings only: a pytest.ini or conftest.py of the learner's, one folder up, is never read.
sys.exit(pytest.main([ICI, "--quiet", "-c", os.path.join(ICI, "pytest.ini"), f"--rootdir={ICI}", f"--confcutdir={ICI}",
                      "-p", "no:cacheprovider", f"--junitxml={sys.argv[1]}"]))
