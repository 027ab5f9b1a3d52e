"""`loadsvg` and `unload`: which elements a drawing has, and what it is to be refused for."""

import re

import inkface
import pytest
from support import drawings
from support.measure import raised


def test_names_ids_and_order(pair):
    elements = inkface.loadsvg(pair)
    assert [(name, element.id) for name, element in elements.items()] == [
        ("low", "#r1"),  # by its attribute `name`
        ("high", "#r2"),  # by its label
        ("apart", "#apart"),  # by its id
    ]
    assert all(name == element.name for name, element in elements.items())


def test_an_element_without_an_order_lies_above_those_before_it(folder):
    content = "".join(f'<rect id="e{at}" {order} x="0" y="0" width="9" height="9"/>' for at, order in enumerate(
        ['order="7"', "", 'order="-3"', ""]))
    canvas = inkface.canvas(64, 48)
    elements = inkface.loadsvg(drawings.write(folder / "orders.svg", content))
    canvas.register_elements(elements)
    assert [element.name for element in canvas.elements] == ["e2", "e0", "e1", "e3"]
    assert elements["e0"].order == 7 and elements["e2"].order == -3
    assert elements["e3"].order >= elements["e1"].order >= 7


def test_an_element_at_birth(pair):
    low = inkface.loadsvg(str(pair))["low"]
    assert (low.x, low.y, low.w, low.h, low.opacity, low.text, low.user_data) == (4, 4, 30, 20, 1.0, None, None)
    assert repr(low) == "<inkface.element 'low' 30x20 at (4, 4)>"
    assert low.visible and low.clouds == []


@pytest.mark.parametrize("name", ["demo", "login", "overlap"])
def test_the_drawings_of_the_project_load_and_paint(name):
    elements = inkface.loadsvg(drawings.OWN / f"{name}.svg")
    canvas = inkface.canvas()
    canvas.register_elements(elements)
    white = bytes(canvas.surface)
    canvas.refresh()
    assert len(canvas) == len(elements) > 5
    assert bytes(canvas.surface) != white


@pytest.mark.parametrize(
    ("name", "count"),
    [("login", 11), ("public", 95), ("anim", 34), ("visual", 9), ("overlap-low", 6), ("overlap-high", 1)],
)
def test_the_drawings_of_2008_load_and_paint(name, count):
    if drawings.originals() is None:
        print("not run: no drawings")
        pytest.skip("not run: no drawings (INKFACE_FACES is not set)")
    elements = inkface.loadsvg(drawings.originals() / f"{name}.svg")
    assert len(elements) == count
    canvas = inkface.create_X_canvas()
    canvas.register_elements(elements)
    white = bytes(canvas.surface)
    canvas.refresh()
    assert bytes(canvas.surface) != white


def test_a_missing_file_is_named(tmp_path):
    path = tmp_path / "none.svg"
    with pytest.raises(FileNotFoundError, match=r"none\.svg") as caught:
        inkface.loadsvg(path)
    assert caught.value.filename == str(path)


def test_a_folder_is_no_drawing(tmp_path):
    assert str(tmp_path) in raised(IsADirectoryError, inkface.loadsvg, tmp_path)


#: What is wrong, the file, and where it is wrong (None: anywhere).
MALFORMED = {
    "empty": ("", (1, 1)),
    "no XML": ("nonsense", None),
    "a tag not closed": ("<svg xmlns='http://www.w3.org/2000/svg'\n width='9' height='9'>\n<g>\n</svg>", (4, None)),
    "no SVG": ("<html/>", None),
    "an absurd size": ("\n<svg xmlns='http://www.w3.org/2000/svg' width='1e9' height='1e9'></svg>", (2, 1)),
    "no size": ("<svg xmlns='http://www.w3.org/2000/svg' width='0' height='0'></svg>", (1, 1)),
}


@pytest.mark.parametrize("what", MALFORMED)
def test_a_malformed_drawing_is_refused_with_line_and_column(tmp_path, what):
    text, place = MALFORMED[what]
    path = tmp_path / "wrong.svg"
    path.write_text(text)
    message = raised(ValueError, inkface.loadsvg, path)
    found = re.match(r"line (\d+), column (\d+): .", message)
    assert found, message
    for expected, got in zip(place or (), map(int, found.groups())):
        assert expected in (None, got), message


def test_bytes_that_are_no_text_are_refused(tmp_path):
    path = tmp_path / "wrong.svg"
    path.write_bytes(b"<svg \xff\xfe\x00>")
    assert raised(ValueError, inkface.loadsvg, path).startswith("line 1, column ")


def test_unload_takes_everything_back(scene):
    taps = []
    scene.low.onTap = taps.append
    inkface.unload(scene.elements)
    assert scene.elements == {}
    assert scene.low.onTap is None
    assert scene.canvas.elements == [] and len(scene.canvas) == 0
    scene.canvas.post_tap(5, 5)
    scene.canvas.eventloop()
    assert taps == []


def test_unload_wants_a_dict_of_elements(scene):
    raised(TypeError, inkface.unload, 3)
    scene.elements["other"] = 3
    assert "expected element, got int" in raised(TypeError, inkface.unload, scene.elements)
    assert len(scene.canvas) == 3, "nothing has changed"
