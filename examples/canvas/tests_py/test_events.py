"""Which element gets which event, with what, and when."""

from functools import partial

import inkface
import pytest
from support.measure import raised
from test_module import HANDLERS

KEYLESS = [name for name in HANDLERS if name != "onKeyPress"]


@pytest.fixture
def log(scene):
    """Every handler of every element, writing (name, handler) to a list; what painting causes is left out."""
    calls = []
    for element in scene.canvas.elements:
        for name in KEYLESS:
            setattr(element, name, partial(note, calls, name))
    scene.low.onDraw = scene.high.onDraw = scene.apart.onDraw = None
    return calls


def note(calls, name, element):
    calls.append((element.name, name))


def run(canvas, calls):
    calls.clear()
    canvas.eventloop()
    return list(calls)


def test_all_handlers_are_none_at_first(scene):
    assert {getattr(scene.low, name) for name in HANDLERS} == {None}
    assert scene.canvas.onTimer is None and scene.canvas.timeout == 0


def test_a_tap_reaches_the_topmost_element_alone(scene, log):
    scene.canvas.post_tap(25, 15)
    assert run(scene.canvas, log) == [("high", "onTap"), ("high", "onLeftClick")]
    scene.canvas.post_tap(5, 5, 3)
    assert run(scene.canvas, log) == [("low", "onTap"), ("low", "onRightClick")]
    scene.canvas.post_tap(5, 5, button=2)
    assert run(scene.canvas, log) == [("low", "onTap")]
    scene.canvas.post_tap(63, 0)
    assert run(scene.canvas, log) == []


def test_under_a_cloud_an_element_gets_nothing_even_if_the_other_does_not_listen(scene, log):
    scene.high.onTap = scene.high.onLeftClick = None
    scene.canvas.post_tap(25, 15)
    assert run(scene.canvas, log) == []
    scene.high.hide()
    scene.canvas.post_tap(25, 15)
    assert run(scene.canvas, log) == [("low", "onTap"), ("low", "onLeftClick")]


def test_the_pointer_enters_moves_and_leaves(scene, log):
    for x, y in [(5, 5), (6, 5), (25, 15), (63, 0)]:
        scene.canvas.post_motion(x, y)
    assert run(scene.canvas, log) == [
        ("low", "onMouseEnter"), ("low", "onMouseOver"), ("low", "onMouseOver"), ("low", "onMouseLeave"),
        ("high", "onMouseEnter"), ("high", "onMouseOver"), ("high", "onMouseLeave"),
    ]  # fmt: skip


def test_keys_go_to_every_listener_and_with_a_focus_to_it_alone(scene, log):
    keys = []
    for element in (scene.low, scene.apart):
        element.onKeyPress = lambda element, text, keysym: keys.append((element.name, text, keysym))
    scene.canvas.post_key("ä")
    scene.canvas.eventloop()
    assert keys == [("apart", "ä", 0), ("low", "ä", 0)], "the topmost first"
    keys.clear()
    scene.canvas.post_tap(5, 5)
    scene.canvas.post_key("\r", inkface.KeyEnter)
    scene.canvas.post_tap(55, 40)
    scene.canvas.post_key("b\0c", keysym=98)
    assert run(scene.canvas, log) == [
        ("low", "onGainFocus"), ("low", "onTap"), ("low", "onLeftClick"),
        ("low", "onLoseFocus"), ("apart", "onGainFocus"), ("apart", "onTap"), ("apart", "onLeftClick"),
    ]  # fmt: skip
    assert keys == [("low", "\r", 0xFF0D), ("apart", "b\0c", 98)]


def test_on_draw_comes_before_an_element_is_painted(scene):
    drawn = []
    scene.low.onDraw = lambda element: drawn.append(element.name)
    scene.canvas.draw(scene.low)
    assert drawn == ["low"]
    scene.canvas.refresh()
    assert drawn == ["low"], "nothing has changed since"
    scene.low.x += 1
    scene.canvas.eventloop()
    assert drawn == ["low", "low"], "the loop repaints when it is idle"


def test_a_timer_runs_in_virtual_time(scene):
    ticks = []

    def tick(canvas):
        assert canvas is scene.canvas
        ticks.append(canvas.now)
        if len(ticks) == 3:
            canvas.timeout = 50
        if len(ticks) == 5:
            canvas.onTimer = None

    scene.canvas.onTimer = tick
    scene.canvas.eventloop()
    assert ticks == [], "no time, no timer"
    scene.canvas.timeout = 1000
    scene.canvas.eventloop()
    assert ticks == [1000, 2000, 3000, 3050, 3100] and scene.canvas.now == 3100
    assert scene.canvas.timeout == 50


def test_a_timer_stops_with_its_time_or_with_exit(scene):
    scene.canvas.timeout = 10
    scene.canvas.onTimer = lambda canvas: setattr(canvas, "timeout", 0)
    scene.canvas.eventloop()
    assert scene.canvas.now == 10
    exits = []
    scene.canvas.onTimer = lambda canvas: exits.append(inkface.exit())
    scene.canvas.timeout = 5
    scene.canvas.eventloop()
    assert exits == [True] and scene.canvas.now == 15
    assert "must not be negative" in raised(ValueError, setattr, scene.canvas, "timeout", -1)
    raised(OverflowError, setattr, scene.canvas, "timeout", 2**80)
    raised(TypeError, setattr, scene.canvas, "timeout", "1")
    assert scene.canvas.timeout == 5


def test_delayed_events_come_in_the_order_of_their_times(scene, log):
    scene.canvas.post_tap(5, 5, 2, delay=30)
    scene.canvas.post_tap(55, 40, 2, delay=10)
    assert run(scene.canvas, log) == [("apart", "onTap"), ("low", "onTap")]
    assert scene.canvas.now == 30


def test_exit_leaves_the_rest_for_the_next_loop(scene):
    taps = []

    def tap(element):
        taps.append(element.name)
        inkface.exit()

    scene.low.onTap = tap
    for _ in range(2):
        scene.canvas.post_tap(5, 5)
    scene.canvas.eventloop()
    assert taps == ["low"]
    scene.canvas.eventloop()
    assert taps == ["low", "low"]


def test_a_loop_within_a_loop(scene, pair):
    inner = inkface.canvas(64, 48)
    elements = inkface.loadsvg(pair)
    inner.register_elements(elements)
    inside = []
    elements["low"].onTap = lambda element: inside.append(inkface.exit())

    def nested(element):
        inner.post_tap(5, 5)
        inner.post_tap(5, 5)
        inner.eventloop()
        inside.append("outer goes on")
        assert "already running" in raised(RuntimeError, scene.canvas.eventloop)

    scene.low.onTap = nested
    scene.canvas.post_tap(5, 5)
    scene.canvas.eventloop()
    assert inside == [True, "outer goes on"]
    inner.eventloop()
    assert inside == [True, "outer goes on", True], "exit() has ended the inner loop alone, with an event left"


def test_a_handler_that_raises_ends_the_loop_with_its_exception(scene):
    error, taps = ZeroDivisionError("mine"), []

    def fail(element):
        taps.append(element.name)
        if len(taps) == 1:
            raise error

    scene.low.onTap = fail
    scene.canvas.post_tap(5, 5)
    scene.canvas.post_tap(5, 5)
    with pytest.raises(ZeroDivisionError) as caught:
        scene.canvas.eventloop()
    assert caught.value is error and taps == ["low"]
    assert inkface.live_counts()["event loops"] == 0
    scene.canvas.eventloop()
    assert taps == ["low", "low"], "the canvas is usable, and no event is lost"


@pytest.mark.parametrize("kind", [SystemExit, KeyboardInterrupt, GeneratorExit, StopIteration])
def test_whatever_is_raised_comes_out(scene, kind):
    def fail(canvas):
        raise kind

    scene.canvas.onTimer, scene.canvas.timeout = fail, 1
    with pytest.raises(kind):
        scene.canvas.eventloop()
    scene.canvas.timeout = 0
    scene.low.onDraw = fail
    with pytest.raises(kind):
        scene.canvas.draw(scene.low)
    scene.low.onDraw = None
    scene.canvas.refresh()


def test_a_handler_with_the_wrong_number_of_parameters_raises_type_error(scene):
    scene.low.onTap = lambda: None
    scene.canvas.post_tap(5, 5)
    with pytest.raises(TypeError, match="positional argument"):
        scene.canvas.eventloop()
    scene.low.onKeyPress = lambda element: None
    scene.canvas.post_key("a")
    with pytest.raises(TypeError, match="positional argument"):
        scene.canvas.eventloop()
