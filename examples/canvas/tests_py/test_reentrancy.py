"""Handlers that pull the ground away: elements, faces or the canvas itself go while an event is delivered."""

import gc

import inkface
import pytest
from support.measure import flat, raised


class Scene:
    """A canvas that nobody else holds, so that a handler can drop it."""

    def __init__(self, pair):
        self.pair = pair
        self.canvas = inkface.canvas(64, 48)
        self.elements = inkface.loadsvg(pair)
        self.canvas.register_elements(self.elements)
        self.done = False

    def run(self, name, handler):
        """Sets the handler on low, and has it called."""
        canvas, low = self.canvas, self.elements["low"]
        setattr(low, name, handler)
        del low
        if name == "onDraw":
            self.elements["low"].opacity = 0.5
        elif name == "onKeyPress":
            canvas.post_key("a")
        else:
            canvas.post_motion(5, 5)
            canvas.post_tap(5, 5)
            canvas.post_motion(63, 0)
        canvas.post_tap(55, 40)
        run = canvas.eventloop
        del canvas
        run()
        assert self.done


def remove_self(scene, element):
    if not scene.done:
        scene.canvas.unregister_elements({"self": element})


def remove_all(scene, element):
    scene.canvas.unregister_elements(scene.elements)


def unload(scene, element):
    inkface.unload(scene.elements)


def unload_and_collect(scene, element):
    inkface.unload(scene.elements)
    gc.collect(0)


def drop_elements(scene, element):
    remove_all(scene, element)
    scene.elements = {}


def drop_the_canvas(scene, element):
    scene.canvas = None


def drop_everything(scene, element):
    scene.canvas, scene.elements = None, {}


def drop_the_handler(scene, element):
    element.onTap = element.onDraw = element.onMouseEnter = element.onKeyPress = None


def replace_the_handler(scene, element):
    element.onTap = element.onKeyPress = element.onDraw = lambda *arguments: None


def add_more(scene, element):
    if not scene.done:
        more = inkface.loadsvg(scene.pair)
        for added in more.values():
            added.onTap = added.onMouseOver = added.onKeyPress = lambda *arguments: None
        scene.canvas.register_elements(more)


def move_to_another_canvas(scene, element):
    if not scene.done:
        remove_all(scene, element)
        scene.canvas = inkface.canvas(64, 48)
        scene.canvas.register_elements(scene.elements)


def reorder(scene, element):
    scene.canvas.bring_to_front(element)
    element.order = 99
    element.hide()
    element.unhide()
    scene.canvas.reset_order()


def post_more(scene, element):
    if not scene.done:
        for _ in range(3):
            scene.canvas.post_tap(5, 5)
            scene.canvas.post_motion(25, 15)


def change_its_looks(scene, element):
    element.x += 1
    element.refresh()
    element.opacity = 0.25
    bytes(element.surface)
    element.clone()


def repaint(scene, element):
    """Within a repaint, another one is refused."""
    try:
        scene.canvas.refresh()
    except RuntimeError:
        pass


def start_the_loop_again(scene, element):
    raised(RuntimeError, scene.canvas.eventloop)


def run_another_loop(scene, element):
    if not scene.done:
        scene.done = True
        inner = Scene(scene.pair)
        inner.run("onTap", lambda element: drop_everything(inner, element) or setattr(inner, "done", True))


def add_a_face(scene, element):
    if not scene.done:
        face = inkface.Face(scene.canvas, scene.pair)
        face.low.onTap = lambda element: scene.canvas and scene.canvas.remove(face)
        scene.canvas.add(face)


def add_and_release_a_face(scene, element):
    if not scene.done:
        face = inkface.Face(scene.canvas, scene.pair)
        scene.canvas.add(face)
        inkface.release(face)


DEEDS = [
    remove_self, remove_all, unload, unload_and_collect, drop_elements, drop_the_canvas, drop_everything,
    drop_the_handler, replace_the_handler, add_more, move_to_another_canvas, reorder, post_more, change_its_looks,
    repaint, start_the_loop_again, run_another_loop, add_a_face, add_and_release_a_face,
]  # fmt: skip


@pytest.mark.parametrize("name", ["onTap", "onMouseEnter", "onKeyPress", "onDraw"])
@pytest.mark.parametrize("deed", DEEDS, ids=lambda deed: deed.__name__)
def test_a_handler_may_do_anything(pair, deed, name):
    def once():
        scene = Scene(pair)

        def handler(element, *rest):
            deed(scene, element)
            scene.done = True

        scene.run(name, handler)

    # Each event of one deed is a thousand in all; a deed has four.
    flat(once, times=250, warmup=40)


@pytest.mark.parametrize("deed", DEEDS, ids=lambda deed: deed.__name__)
def test_a_handler_may_do_anything_and_then_raise(pair, deed):
    def once():
        scene = Scene(pair)

        def handler(element, *rest):
            deed(scene, element)
            scene.done = True
            raise LookupError("mine")

        assert raised(LookupError, scene.run, "onTap", handler) == "mine"

    flat(once, times=1000)


def test_a_timer_may_drop_the_canvas(pair):
    def once():
        scene = Scene(pair)

        def tick(canvas):
            scene.canvas = None
            inkface.unload(scene.elements)
            canvas.timeout = 0

        scene.canvas.onTimer, scene.canvas.timeout = tick, 5
        run = scene.canvas.eventloop
        run()
        assert scene.canvas is None

    flat(once)


def test_wire_may_take_the_face_off_again(pair):
    class Fickle(inkface.Face):
        def wire(self):
            self.canvas.remove(self)

        def unwire(self):
            self.low.onTap = None

    def once():
        canvas = inkface.canvas(64, 48)
        canvas.add(Fickle(canvas, pair))
        assert canvas.elements == [] and len(canvas) == 0

    flat(once)


def test_unwire_may_release_the_face(pair):
    class Fickle(inkface.Face):
        def unwire(self):
            inkface.release(self)

    def once():
        canvas = inkface.canvas(64, 48)
        face = Fickle(canvas, pair)
        canvas.add(face)
        try:
            canvas.remove(face)
        except ValueError:
            pass  # There is nothing left to take off.
        assert canvas.elements == [] and len(canvas) == 0

    flat(once)


def test_a_destructor_may_use_the_canvas(pair):
    """A handler's last reference goes while the canvas is being changed; its destructor changes it once more."""

    class Handler:
        def __init__(self, canvas, elements):
            self.canvas, self.elements = canvas, elements

        def __call__(self, element):
            inkface.unload(self.elements)

        def __del__(self):
            self.canvas.register_elements(inkface.loadsvg(pair))
            self.canvas.refresh()

    def once():
        canvas, elements = inkface.canvas(64, 48), inkface.loadsvg(pair)
        canvas.register_elements(elements)
        elements["low"].onTap = Handler(canvas, elements)
        canvas.post_tap(5, 5)
        canvas.eventloop()
        gc.collect(0)
        assert len(canvas) == 3 and elements == {}

    flat(once, times=1000)
