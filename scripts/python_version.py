"""
Stops with a sentence where Python is too old for the guide. Any Python 3 can read this file and `build.py`, so that
none of them ends in a traceback.

    python3 scripts/python_version.py
"""

import sys

NEEDED = (3, 11)

if sys.version_info < NEEDED:
    needed, found = (".".join(map(str, version[:2])) for version in (NEEDED, sys.version_info))
    sys.exit(
        "The guide needs Python " + needed + " or newer, and this is Python " + found + ". "
        "Install a newer one from https://www.python.org/downloads/ and type the command again with it."
    )
