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
    "import logging, warnings, pytest\n"
    "def test_output(capsys, capfd):\n    pass\n"
    "def test_print(capsys):\n    print('said')\n    assert capsys.readouterr().out == 'said\\n'\n"
    "def test_log(caplog):\n    logging.getLogger('x').warning('logged')\n    assert caplog.messages == ['logged']\n"
    "def test_warning():\n    with pytest.warns(UserWarning):\n        warnings.warn('careful')\n"
)


def step():
    with contextlib.redirect_stdout(io.StringIO()) as said:
        result = pytest.main(["-q", "-p", "no:cacheprovider", "--rootdir", FOLDER.name, str(FILE)])
    sys.modules.pop(FILE.stem)
    assert result == 1 and "3 passed, 1 error" in said.getvalue()
