"""What the environment asks of the ledger, when the module is imported."""

import os
import subprocess
import sys

import inkface
import pytest
from support import measure

pytestmark = pytest.mark.skipif(not measure.LEDGER, reason="this build does not count handles")


@pytest.mark.parametrize(
    ("asked", "level"),
    [
        ("", "off"),
        ("sites", "sites"),
        ("inkface:stacks", "stacks"),
        ("other:stacks", "off"),
        ("sites,inkface:frames", "frames"),
        ("sites,inkface:off", "off"),
        ("stacks, inkface:sites", "sites"),
    ],
)
def test_a_module_has_the_level_that_its_name_is_given(asked, level):
    said = _import("print(inkface.__owned_debug__('level'))", asked)
    assert said.stdout == f"{level}\n"
    assert said.stderr == ""


def test_what_is_not_understood_is_said():
    said = _import("print(inkface.__owned_debug__('level'))", "inkface:everything")
    assert said.stdout == "off\n"
    assert said.stderr == "OWNED_LEDGER: no level `everything`: write `off`, `sites`, `frames` or `stacks`\n"


def test_an_argument_answers_to_its_parameter_and_to_the_line_that_passed_it():
    source = (
        "for row in inkface.__owned_debug__('handles'):\n"
        "    if 'leak.rs' in row[1]: print(row[2], row[4], row[6][1])"
    )
    said = _import(f"x = object()\ninkface._leak(x)\n{source}", "frames")
    assert said.stdout == "8 False 3\n9 True 3\n"


def _import(source, asked):
    environment = {**os.environ, "OWNED_LEDGER": asked}
    command = [sys.executable, "-c", f"import inkface\n{source}"]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=True)


def test_the_sleeping_module_has_the_protocol():
    assert inkface.__owned_debug__("version") == 1
    with pytest.raises(ValueError, match="does not know"):
        inkface.__owned_debug__("anything")
