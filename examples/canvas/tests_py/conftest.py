"""Fixtures: a small scene for most tests, and what this run can measure."""

import os
import sysconfig
from types import SimpleNamespace

import inkface
import pytest
from support import drawings, measure


def pytest_report_header():
    return [
        f"inkface: {inkface.__file__}",
        f"counts compared: {', '.join(measure.watched())}; drawings of 2008: {drawings.originals() or 'absent'}",
    ]


def pytest_sessionstart():
    """A module that another interpreter was configured for would prove nothing about this one."""
    suffix = sysconfig.get_config_var("EXT_SUFFIX")
    assert inkface.__file__.endswith(suffix), f"{inkface.__file__} is not of this interpreter ({suffix})"
    expected = os.environ.get("OWNED_EXPECT_LEDGER")
    assert expected in (None, "on" if measure.LEDGER else "off"), f"OWNED_EXPECT_LEDGER={expected}"


@pytest.fixture(scope="session")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("drawings")


@pytest.fixture(scope="session")
def pair(folder):
    """The path of a drawing with the elements low, high and apart."""
    return drawings.write(folder / "pair.svg", drawings.PAIR)


@pytest.fixture(scope="session")
def word(folder):
    """The path of a drawing with a text."""
    return drawings.write(folder / "word.svg", drawings.WORD.format(family="sans-serif"))


@pytest.fixture
def scene(pair):
    """A canvas of 64 × 48 with the pair on it, painted."""
    canvas = inkface.canvas(64, 48)
    elements = inkface.loadsvg(pair)
    canvas.register_elements(elements)
    canvas.refresh()
    return SimpleNamespace(canvas=canvas, elements=elements, **elements)
