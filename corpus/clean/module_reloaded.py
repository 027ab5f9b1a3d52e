"""A module on the path is imported once and then loaded anew in its own namespace."""

import importlib
import sys
import tempfile
from pathlib import Path

FOLDER = tempfile.TemporaryDirectory()
Path(FOLDER.name, "reloaded_of_the_corpus.py").write_text(
    "class Thing:\n    made = []\n\n\nThing.made.append(Thing())\nTABLE = {n: [n] for n in range(50)}\n"
)
sys.path.insert(0, FOLDER.name)
module = importlib.import_module("reloaded_of_the_corpus")
sys.path.remove(FOLDER.name)


def step():
    sys.path.insert(0, FOLDER.name)
    try:
        importlib.reload(module)
    finally:
        sys.path.remove(FOLDER.name)
    assert len(module.Thing.made) == 1 and module.TABLE[3] == [3]
