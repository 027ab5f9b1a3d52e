"""What lies on a canvas, and in which order."""

import inkface
import pytest
from support.measure import raised


def names(canvas):
    return [element.name for element in canvas.elements]


def test_the_elements_are_a_fresh_list_by_height(scene):
    assert names(scene.canvas) == ["low", "high", "apart"]
    first, second = scene.canvas.elements, scene.canvas.elements
    assert type(first) is list and first is not second and first[0] is scene.low
    first.clear()
    assert names(scene.canvas) == ["low", "high", "apart"]
    assert len(scene.canvas) == 3 and repr(scene.canvas) == "<inkface.canvas 64x48, 3 elements>"


@pytest.mark.parametrize("method", ["register_elements", "unregister_elements"])
def test_registering_wants_a_dict_of_elements(scene, method):
    call = getattr(scene.canvas, method)
    raised(ValueError, call)
    raised(ValueError, call, None)
    assert "expected dict, got list" in raised(TypeError, call, [scene.low])
    assert "'x': expected element, got int" in raised(TypeError, call, {"x": 3})


def test_all_elements_are_registered_or_none(pair):
    canvas, other = inkface.canvas(64, 48), inkface.canvas(64, 48)
    elements = inkface.loadsvg(pair)
    other.register_elements({"apart": elements["apart"]})
    message = raised(ValueError, canvas.register_elements, elements)
    assert "'apart'" in message and "already on a canvas" in message
    assert canvas.elements == [] and len(canvas) == 0 and names(other) == ["apart"]
    other.unregister_elements(elements)  # Those that are not on it are passed over.
    canvas.register_elements(elements)
    assert names(canvas) == ["low", "high", "apart"]


def test_a_canvas_without_elements_paints_white():
    canvas = inkface.canvas(3, 2)
    canvas.refresh()
    assert canvas.surface.tolist() == [[[255] * 4] * 3] * 2


def test_clouds_are_where_higher_elements_cover(scene):
    assert scene.low.clouds == [(20, 10, 14, 14)]
    assert scene.high.clouds == scene.apart.clouds == []
    assert scene.low.clouded(20, 10) and scene.low.clouded(33, 23)
    assert not scene.low.clouded(19, 10) and not scene.low.clouded(34, 23)
    assert scene.low.occupies(4, 4) and not scene.low.occupies(34, 4)
    scene.high.x += 4
    assert scene.low.clouds == [(24, 10, 10, 14)]
    scene.high.hide()
    assert scene.low.clouds == [] and not scene.high.visible
    scene.high.unhide()
    assert scene.low.clouds == [(24, 10, 10, 14)]


def test_bring_to_front_until_the_order_is_reset(scene):
    scene.canvas.bring_to_front(scene.low)
    assert names(scene.canvas) == ["high", "apart", "low"]
    assert scene.high.clouds == [(20, 10, 14, 14)] and scene.low.clouds == []
    scene.canvas.bring_to_front(scene.high)
    assert names(scene.canvas) == ["apart", "low", "high"]
    scene.canvas.reset_order()
    assert names(scene.canvas) == ["low", "high", "apart"]
    assert scene.low.order == 1


def test_an_element_of_another_canvas_is_refused(scene, pair):
    stranger = inkface.loadsvg(pair)["low"]
    assert "not on this canvas" in raised(ValueError, scene.canvas.bring_to_front, stranger)
    raised(TypeError, scene.canvas.bring_to_front, "low")
    raised(TypeError, scene.canvas.draw, None)


def test_order_can_be_changed(scene):
    scene.low.order = 99
    assert names(scene.canvas)[-1] == "low" and scene.low > scene.apart


def test_elements_compare_by_order_and_equal_only_themselves(scene, pair):
    twin = inkface.loadsvg(pair)["low"]
    assert scene.low < scene.high and scene.high > scene.low
    assert scene.low <= twin and scene.low >= twin and not scene.low < twin and not scene.low > twin
    assert scene.low != twin and scene.low == scene.low and len({scene.low, twin, scene.low}) == 2
    assert sorted([scene.high, scene.low]) == [scene.low, scene.high]
    assert scene.low != 1 and not scene.low == "low"
    for other in (1, None, "low", object()):
        raised(TypeError, lambda: scene.low < other)
        raised(TypeError, lambda: other >= scene.low)


def test_a_clone_looks_the_same_and_stands_alone(scene):
    scene.low.onTap, scene.low.user_data, scene.low.opacity, scene.low.x = print, 3, 0.5, 9
    clone = scene.low.clone()
    same = ("name", "id", "x", "y", "w", "h", "order", "opacity", "text", "visible")
    assert [getattr(clone, name) for name in same] == [getattr(scene.low, name) for name in same]
    assert bytes(clone.surface) == bytes(scene.low.surface)
    assert clone.onTap is None and clone.user_data is None and clone != scene.low
    assert names(scene.canvas) == ["low", "high", "apart"]
    clone.x = 1
    assert scene.low.x == 9
    scene.canvas.register_elements({"clone": clone})


@pytest.mark.parametrize(
    ("name", "wrong", "kind"),
    [
        ("x", "a", TypeError), ("x", 2**40, OverflowError), ("y", 2**30, ValueError), ("order", 1.5, TypeError),
        ("opacity", 2, ValueError), ("opacity", float("nan"), ValueError), ("opacity", None, TypeError),
        ("text", "a", ValueError), ("text", 3, TypeError), ("w", 3, AttributeError), ("h", 3, AttributeError),
        ("name", "x", AttributeError), ("id", "x", AttributeError), ("nonsense", 1, AttributeError),
    ],
)  # fmt: skip
def test_an_attribute_refuses_what_does_not_fit(scene, name, wrong, kind):
    before = getattr(scene.low, name, None)
    raised(kind, setattr, scene.low, name, wrong)
    raised(AttributeError, delattr, scene.low, name)
    assert getattr(scene.low, name, None) == before


def test_user_data_is_the_users(scene):
    data = object()
    scene.low.user_data = data
    assert scene.low.user_data is data
    scene.low.user_data = None
    assert scene.low.user_data is None


def test_two_assignments_are_two_moves(scene):
    """Where an element lay in between is repainted as well, though nothing was ever painted there."""
    scene.apart.x = 40
    scene.apart.y = 2
    scene.canvas.refresh()
    assert sorted(scene.canvas.repainted) == [(40, 2, 10, 10), (40, 36, 10, 10), (52, 36, 10, 10)]
