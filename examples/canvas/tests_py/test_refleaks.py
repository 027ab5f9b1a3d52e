"""Every public function and class member of `inkface`, used over and over: no count may grow."""

import ctypes
import types

import inkface
import pytest
from support import members
from support.measure import DEBUG, Leak, flat
from support.uses import USES

NAMES = list(members.enumerate_members(inkface))


@pytest.fixture
def stage(pair, word, tmp_path):
    return members.Stage(pair, word, tmp_path / "frame.png")


def test_everything_public_is_covered():
    missing, stale = members.uncovered(inkface, USES)
    assert not missing, f"no use of {', '.join(missing)}: write one in support/uses.py"
    assert not stale, f"{', '.join(stale)} is no more"
    assert len(NAMES) > 60


def test_a_name_that_is_not_covered_is_found():
    """The test of the test: a function, a class, a method and a property that nobody wrote a use for."""
    planted = types.ModuleType("planted")
    planted.__dict__.update({name: getattr(inkface, name) for name in dir(inkface) if not name.startswith("__")})
    planted.extra = print
    planted.element = type("element", (), {"name": property(), "more": property(), "turn": lambda self: None})
    missing, _ = members.uncovered(planted, USES)
    assert missing == ["element.more", "element.turn", "extra"]


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_left_of(stage, name):
    use = USES[name]
    flat(lambda: use(stage), times=400, warmup=50)


def leak_a_reference(stage):
    ctypes.pythonapi.Py_IncRef(ctypes.py_object(stage.data))


def leak_an_object(stage, kept=[]):
    kept.append(object())


def leak_a_handle(stage):
    inkface._leak(stage.data)


def leak_an_element(stage, kept=[]):
    kept.append(inkface.loadsvg(stage.word_path))


PLANTED = [(leak_an_object, "blocks grew"), (leak_an_element, "live counts: ")]
if DEBUG:
    PLANTED.append((leak_a_reference, "references grew by 100, 100, 100, 100"))
if hasattr(inkface, "_leak"):
    PLANTED.append((leak_a_handle, "handles: "))


@pytest.mark.parametrize(("leak", "message"), PLANTED, ids=lambda value: getattr(value, "__name__", ""))
def test_a_planted_leak_of_one_a_call_is_found(stage, leak, message):
    with pytest.raises(Leak, match=message):
        flat(lambda: leak(stage), times=400, warmup=50)
