"""Tests that ask for what was captured: output, log records and warnings."""

import contextlib
import io
import sys
import tempfile
from pathlib import Path

import pytest

FOLDER = tempfile.TemporaryDirectory()
FILE = Path(FOLDER.name) / "test_capturing_of_the_corpus.py"
FILE.write_text(
    "import logging, os, warnings, pytest\n"
    "def test_output(capfd):\n    os.write(1, b'raw')\n    assert capfd.readouterr().out == 'raw'\n"
    "def test_print(capsys):\n    print('said')\n    assert capsys.readouterr().out == 'said\\n'\n"
    "def test_log(caplog):\n    logging.getLogger('x').warning('logged')\n    assert caplog.messages == ['logged']\n"
    "def test_warning():\n    with pytest.warns(UserWarning):\n        warnings.warn('careful')\n"
)


def step():
    with contextlib.redirect_stdout(io.StringIO()) as said:
        result = pytest.main(["-q", "-p", "no:cacheprovider", "--rootdir", FOLDER.name, str(FILE)])
    sys.modules.pop(FILE.stem)
    assert result == 0 and "4 passed" in said.getvalue()
