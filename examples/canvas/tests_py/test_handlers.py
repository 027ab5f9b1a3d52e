"""What can be a handler, and who keeps it alive."""

import gc
import weakref

import inkface
import pytest
from support.measure import raised
from test_module import HANDLERS


class Receiver:
    def __init__(self):
        self.got = []

    def receive(self, *arguments):
        self.got.append(arguments)


@pytest.mark.parametrize("name", HANDLERS)
def test_a_handler_is_a_callable_or_none(scene, name):
    message = raised(TypeError, setattr, scene.low, name, 3)
    assert message == f"{name}: a handler must be callable, a weak reference to a callable, or None, not int"
    setattr(scene.low, name, print)
    assert getattr(scene.low, name) is print
    raised(TypeError, setattr, scene.low, name, "print")
    assert getattr(scene.low, name) is print, "a refused handler leaves the old one"
    setattr(scene.low, name, None)
    assert getattr(scene.low, name) is None
    raised(AttributeError, delattr, scene.low, name)


def test_on_timer_is_a_handler_too(scene):
    assert raised(TypeError, setattr, scene.canvas, "onTimer", 3).startswith("onTimer: a handler must be callable")


@pytest.mark.parametrize("name", HANDLERS)
def test_the_collector_sees_each_handler_once(scene, name):
    handler = Receiver().receive
    setattr(scene.low, name, handler)
    assert [held is handler for held in gc.get_referents(scene.low)].count(True) == 1
    assert [holder for holder in gc.get_referrers(handler) if isinstance(holder, inkface.element)] == [scene.low]


def test_a_weak_method_keeps_nothing_alive(scene):
    receiver = Receiver()
    scene.low.onTap = weakref.WeakMethod(receiver.receive)
    scene.canvas.post_tap(5, 5)
    scene.canvas.eventloop()
    assert receiver.got == [(scene.low,)]
    dead = weakref.ref(receiver)
    del receiver
    assert dead() is None, "without the collector"
    scene.canvas.post_tap(5, 5)
    scene.canvas.eventloop()  # Nothing to call, no error.
    assert isinstance(scene.low.onTap, weakref.WeakMethod), "it stays what was set"


def test_a_weak_reference_to_a_function(scene):
    ticks = []

    def tick(canvas):
        ticks.append(canvas.now)
        canvas.timeout = 0

    scene.canvas.onTimer, scene.canvas.timeout = weakref.ref(tick), 10
    scene.canvas.eventloop()
    assert ticks == [10]
    del tick
    scene.canvas.timeout = 10
    scene.canvas.post_motion(0, 0, delay=35)
    scene.low.onTap = lambda element: inkface.exit()
    scene.canvas.post_tap(5, 5, delay=35)
    scene.canvas.eventloop()
    assert ticks == [10] and scene.canvas.now == 45


def test_a_weak_key_handler_gets_all_its_arguments(scene):
    receiver = Receiver()
    scene.low.onKeyPress = weakref.WeakMethod(receiver.receive)
    scene.canvas.post_key("a", 97)
    scene.canvas.eventloop()
    assert receiver.got == [(scene.low, "a", 97)]


def test_results_are_of_no_consequence(scene):
    for result in (None, False, True, 3, "stop", object()):
        taps = []
        scene.low.onTap = lambda element: taps.append(element) or result
        scene.canvas.post_tap(5, 5)
        scene.canvas.post_tap(5, 5)
        scene.canvas.eventloop()
        assert len(taps) == 2


def test_setting_a_handler_whose_predecessor_has_a_destructor(scene):
    """The old handler goes when nothing is borrowed any more: what its destructor does to the element is done."""

    class Last:
        def __call__(self, element):
            pass

        def __del__(self):
            scene.low.onTap = seen.append
            scene.low.x += 1

    seen = []
    scene.low.onTap = Last()
    scene.low.onTap = print
    assert scene.low.onTap.__self__ is seen and scene.low.x == 5
    scene.canvas.onTimer = Last()
    scene.canvas.onTimer = None
    assert scene.low.x == 6
