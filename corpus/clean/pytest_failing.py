"""Tests that fail, with tracebacks written out, run in the process with a plugin of one's own."""

import contextlib
import io
import sys
import tempfile
from pathlib import Path

import pytest

FOLDER = tempfile.TemporaryDirectory()
FILE = Path(FOLDER.name) / "test_failing_of_the_corpus.py"
FILE.write_text(
    "def helper(values):\n    return values[5]\n"
    "def test_index():\n    helper([1, 2])\n"
    "def test_comparison():\n    assert {'a': [1, 2, 3]} == {'a': [1, 2, 4]}\n"
)


class Counting:
    def __init__(self):
        self.reports = []

    def pytest_runtest_logreport(self, report):
        self.reports.append(report)


def step():
    counting = Counting()
    options = ["-q", "-p", "no:cacheprovider", "--showlocals", "--rootdir", FOLDER.name, str(FILE)]
    with contextlib.redirect_stdout(io.StringIO()) as said:
        assert pytest.main(options, plugins=[counting]) == 1
    sys.modules.pop(FILE.stem)
    assert "2 failed" in said.getvalue() and len([each for each in counting.reports if each.failed]) == 2
