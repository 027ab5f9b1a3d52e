"""A module on disk is imported, used, and taken out of `sys.modules` again."""

import importlib.util
import sys
import tempfile
from pathlib import Path

FOLDER = tempfile.TemporaryDirectory()
FILE = Path(FOLDER.name) / "plugin_of_the_corpus.py"
FILE.write_text("values = []\ndef add(value):\n    values.append((value, add))\n    return len(values)\n")


def step():
    spec = importlib.util.spec_from_file_location("plugin_of_the_corpus", FILE)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    try:
        spec.loader.exec_module(module)
        assert module.add("x") == 1
    finally:
        del sys.modules[spec.name]
