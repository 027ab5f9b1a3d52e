"""Fixtures of several scopes, with clean-up, and a patch that is taken back."""

import contextlib
import io
import sys
import tempfile
from pathlib import Path

import pytest

FOLDER = tempfile.TemporaryDirectory()
FILE = Path(FOLDER.name) / "test_fixtures_of_the_corpus.py"
FILE.write_text(
    "import os, pytest\n"
    "@pytest.fixture(scope='module')\n"
    "def box():\n    kept = []\n    kept.append(kept)\n    yield kept\n    kept.clear()\n"
    "@pytest.fixture\n"
    "def part(box, request):\n    request.addfinalizer(lambda: box.append(request))\n    return box\n"
    "def test_part(part, monkeypatch):\n    monkeypatch.setenv('OWNED_CORPUS', 'x')\n    assert part[0] is part\n"
    "def test_again(part):\n    assert 'OWNED_CORPUS' not in os.environ\n"
)


def step():
    with contextlib.redirect_stdout(io.StringIO()) as said:
        assert pytest.main(["-q", "-p", "no:cacheprovider", "--rootdir", FOLDER.name, str(FILE)]) == 0
    sys.modules.pop(FILE.stem)
    assert "2 passed" in said.getvalue()
