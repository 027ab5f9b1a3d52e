"""A canvas and its elements belong to the thread that made them."""

import threading

import inkface
import pytest
from support.measure import flat, raised


def elsewhere(operation):
    """Runs the operation on a thread of its own; what it raises is raised here."""
    caught = []

    def run():
        try:
            operation()
        except BaseException as error:
            caught.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    if caught:
        raise caught.pop()


USES = {
    "x": lambda s: s.low.x,
    "set x": lambda s: setattr(s.low, "x", 1),
    "onTap": lambda s: setattr(s.low, "onTap", print),
    "refresh": lambda s: s.canvas.refresh(),
    "eventloop": lambda s: s.canvas.eventloop(),
    "elements": lambda s: s.canvas.elements,
    "surface": lambda s: s.canvas.surface,
    "post": lambda s: s.canvas.post_tap(1, 1),
    "compare": lambda s: s.low < s.high,
    "register": lambda s: s.canvas.register_elements(s.elements),
    "unregister": lambda s: s.canvas.unregister_elements(s.elements),
    "unload": lambda s: inkface.unload(s.elements),
    "clone": lambda s: s.low.clone(),
    "draw": lambda s: s.canvas.draw(s.low),
    "save": lambda s: s.canvas.save("/dev/null"),
}


@pytest.mark.parametrize("use", USES)
def test_use_on_another_thread_raises_runtime_error(scene, use):
    message = raised(RuntimeError, elsewhere, lambda: USES[use](scene))
    assert message.startswith("this can only be used by thread ")
    assert str(threading.get_ident()) in message
    if use != "register":  # They are on the canvas already.
        USES[use](scene)


def test_a_canvas_may_be_dropped_on_another_thread(pair):
    """What C holds is released by its own thread, the next time that it uses the library."""

    def run():
        box = [inkface.canvas(64, 48), inkface.loadsvg(pair)]
        box[0].register_elements(box[1])
        box[1]["low"].onTap = print
        elsewhere(box.clear)
        inkface.canvas(1, 1).refresh()

    flat(run, times=400)


def test_each_thread_has_canvases_of_its_own(pair):
    def run():
        canvas = inkface.canvas(64, 48)
        elements = inkface.loadsvg(pair)
        canvas.register_elements(elements)
        elements["low"].onTap = lambda element: inkface.exit()
        canvas.post_tap(5, 5)
        canvas.eventloop()
        assert elements["low"].visible

    flat(lambda: elsewhere(run), times=400)


def test_exit_concerns_the_loops_of_its_own_thread(scene):
    def tap(element):
        elsewhere(lambda: ended.append(inkface.exit()))

    ended = []
    scene.low.onTap = tap
    scene.canvas.post_tap(5, 5)
    scene.canvas.eventloop()
    assert ended == [False]
