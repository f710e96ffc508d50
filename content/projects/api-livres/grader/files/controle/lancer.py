"""python3 -I controle/lancer.py REPORT: questions the API and writes the results as JUnit XML."""
import os
import sys

import pytest

ICI = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, ICI)
sys.exit(pytest.main([ICI, "--quiet", "-c", os.path.join(ICI, "pytest.ini"), f"--rootdir={ICI}", "-p", "no:cacheprovider", f"--junitxml={sys.argv[1]}"]))
