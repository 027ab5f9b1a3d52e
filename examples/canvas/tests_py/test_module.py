"""The module's names: what is there, how it is called, and what it says of itself."""

import inspect

import inkface
import pytest
from support.measure import raised

CANVAS = {
    "width", "height", "timeout", "fullscreen", "elements", "onTimer", "add", "remove", "register_elements",
    "unregister_elements", "draw", "refresh", "bring_to_front", "reset_order", "eventloop",
}  # fmt: skip
HANDLERS = [
    "onDraw", "onTap", "onMouseEnter", "onMouseLeave", "onKeyPress",
    "onLeftClick", "onRightClick", "onMouseOver", "onGainFocus", "onLoseFocus",
]  # fmt: skip
ELEMENT = {
    "name", "id", "x", "y", "w", "h", "order", "opacity", "text", "surface", "user_data", "refresh",
    "clone", "hide", "unhide", "clouded", "occupies", *HANDLERS,
}  # fmt: skip
FACE = {"load", "wire", "unwire", "resultProcessor"}
SIGNATURES = {
    "loadsvg": "(path)",
    "exit": "()",
    "unload": "(elements)",
    "release": "(face)",
    "live_counts": "()",
    "Face": "(canvas, svg, autoload=True)",
    "canvas.add": "($self, face)",
    "canvas.register_elements": "($self, elements=None)",
    "canvas.unregister_elements": "($self, elements=None)",
    "canvas.draw": "($self, element)",
    "canvas.eventloop": "($self)",
    "canvas.post_tap": "($self, x, y, button=1, delay=0)",
    "canvas.post_key": "($self, text, keysym=0, delay=0)",
    "create_X_canvas": "(width=800, height=480, fullscreen=False)",
    "canvas": "(width=800, height=480, fullscreen=False)",
    "element.occupies": "($self, x, y)",
    "element.move_to": "($self, x, y)",
    "element.clone": "($self)",
}


@pytest.mark.parametrize(("owner", "names"), [("canvas", CANVAS), ("element", ELEMENT), ("Face", FACE)])
def test_the_names_of_2008_and_2009_are_there(owner, names):
    assert names <= set(dir(getattr(inkface, owner)))


def test_constants_are_the_key_symbols_of_x11():
    keys = {name: value for name, value in vars(inkface).items() if name.startswith("Key")}
    assert keys == {
        "KeyBackspace": 0xFF08, "KeyTab": 0xFF09, "KeyEnter": 0xFF0D, "KeyEscape": 0xFF1B, "KeySpace": 0x20,
    }  # fmt: skip


@pytest.mark.parametrize("path", SIGNATURES)
def test_signatures_are_what_python_shows(path):
    found = inkface
    for name in path.split("."):
        found = getattr(found, name)
    assert found.__text_signature__ == SIGNATURES[path], path
    inspect.signature(found)


def public(owner):
    return [name for name in vars(owner) if not name.startswith("_")]


@pytest.mark.parametrize("owner", [inkface, inkface.canvas, inkface.element, inkface.Face], ids=lambda o: o.__name__)
def test_everything_public_has_a_docstring(owner):
    assert owner.__doc__
    silent = [name for name in public(owner) if not getattr(owner, name).__doc__]
    assert silent == []


def test_rust_names_do_not_show():
    for owner in (inkface, inkface.canvas, inkface.element, inkface.Face):
        assert not {"set_x", "on_tap", "on_timer", "duplicate", "result_processor", "create_x_canvas"} & set(dir(owner))
    assert inkface.element.__name__ == "element" and inkface.element.__module__ == "inkface"


def test_a_canvas_has_the_size_of_a_handheld_unless_told():
    for make in (inkface.canvas, inkface.create_X_canvas):
        canvas = make()
        assert (canvas.width, canvas.height, canvas.fullscreen) == (800, 480, False)
        canvas = make(fullscreen=True, height=20, width=10)
        assert (canvas.width, canvas.height, canvas.fullscreen) == (10, 20, True)
    assert type(inkface.create_X_canvas()) is inkface.canvas


@pytest.mark.parametrize(("value", "forced"), [("TRUE", True), ("true", False), ("", False), ("1", False)])
def test_the_environment_forces_fullscreen(monkeypatch, value, forced):
    monkeypatch.setenv("INKFACE_FULLSCREEN", value)
    assert inkface.create_X_canvas(10, 10, fullscreen=False).fullscreen is forced
    assert inkface.create_X_canvas(10, 10, fullscreen=True).fullscreen is True


def test_a_call_that_does_not_fit_says_what_is_wrong():
    canvas = inkface.canvas(10, 10)
    assert "missing 1 required argument: 'y'" in raised(TypeError, canvas.post_tap, 1)
    assert "argument 'face': expected Face, got int" in raised(TypeError, canvas.add, 3)
    assert "argument 'path': expected a path, got int" in raised(TypeError, inkface.loadsvg, 3)
    assert "got an unexpected keyword argument 'colour'" in raised(TypeError, lambda: inkface.canvas(colour=1))
    assert "does not fit" in raised(OverflowError, lambda: canvas.post_tap(1, 1, delay=-1))
    assert "not writable" in raised(AttributeError, setattr, canvas, "width", 3)


def test_exit_outside_of_a_loop_says_that_there_was_none():
    assert inkface.exit() is False
