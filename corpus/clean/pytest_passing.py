"""A file of tests that pass, run in the process; their output is captured."""

import contextlib
import io
import sys
import tempfile
from pathlib import Path

import pytest

FOLDER = tempfile.TemporaryDirectory()
FILE = Path(FOLDER.name) / "test_passing_of_the_corpus.py"
FILE.write_text(
    "import pytest\n"
    "@pytest.mark.parametrize('value', [1, 2, 3])\n"
    "def test_values(value):\n    print('value', value)\n    assert value > 0\n"
)


def step():
    with contextlib.redirect_stdout(io.StringIO()) as said:
        assert pytest.main(["-q", "-p", "no:cacheprovider", "--rootdir", FOLDER.name, str(FILE)]) == 0
    sys.modules.pop(FILE.stem)
    assert "3 passed" in said.getvalue()
