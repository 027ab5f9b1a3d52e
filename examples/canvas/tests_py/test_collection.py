"""A cycle through any field is freed by the collector: 1,000 of 1,000."""

import gc
import weakref

import inkface
import pytest
from support.measure import flat
from test_module import HANDLERS

TIMES = 1000


class Wired(inkface.Face):
    """Registers ten bound methods in its constructor, as the programs of 2008 did, and never lets go of them."""

    def __init__(self, canvas, svg):
        super().__init__(canvas, svg)
        for name in HANDLERS:
            setattr(self.low, name, self.handle)

    def handle(self, element, *rest):
        pass


def assert_all_freed(make, times=TIMES):
    """Makes and drops objects; `make` returns what must be gone afterwards."""
    gc.collect()
    live = inkface.live_counts()
    gone = []
    for _ in range(times):
        gone += [weakref.ref(made) for made in make()]
    gc.collect()
    alive = sum(reference() is not None for reference in gone)
    assert alive == 0, f"{alive} of {len(gone)} are alive"
    assert inkface.live_counts() == live


def test_faces_that_are_never_unwired(pair):
    def make():
        canvas = inkface.canvas(8, 8)
        face = Wired(canvas, pair)
        canvas.add(face)
        return face, canvas, face.low

    assert_all_freed(make)


def test_faces_on_a_canvas_that_lives_on(pair):
    canvas = inkface.canvas(8, 8)

    def make():
        face = Wired(canvas, pair)
        canvas.add(face)
        canvas.remove(face)
        return face, face.low

    assert_all_freed(make)
    assert canvas.elements == [] and len(canvas) == 0


def test_dropping_faces_leaves_every_count_as_it_was(pair):
    def make():
        canvas = inkface.canvas(8, 8)
        canvas.add(Wired(canvas, pair))

    flat(make)


@pytest.mark.parametrize("name", [*HANDLERS, "user_data"])
def test_a_cycle_through_an_element(pair, name):
    class Holder:
        def method(self, *arguments):
            pass

    def make():
        holder = Holder()
        holder.element = inkface.loadsvg(pair)["low"]
        setattr(holder.element, name, holder.method)
        return holder, holder.element

    assert_all_freed(make)


def test_an_element_that_holds_itself(pair):
    def make():
        element = inkface.loadsvg(pair)["low"]
        element.user_data = element
        element.onTap = element.hide
        return (element,)

    assert_all_freed(make)


def test_a_cycle_through_the_timer():
    class Holder:
        def tick(self, canvas):
            pass

    def make():
        holder = Holder()
        holder.canvas = inkface.canvas(8, 8)
        holder.canvas.onTimer, holder.canvas.timeout = holder.tick, 10
        return holder, holder.canvas

    assert_all_freed(make)


def test_a_cycle_through_the_elements_of_a_canvas(pair):
    def make():
        canvas, elements = inkface.canvas(8, 8), inkface.loadsvg(pair)
        canvas.register_elements(elements)
        elements["low"].user_data = canvas
        return canvas, elements["low"]

    assert_all_freed(make)


def test_a_cycle_through_the_faces_of_a_canvas(pair):
    def make():
        canvas = inkface.canvas(8, 8)
        face = inkface.Face(canvas, pair)
        canvas.add(face)
        return canvas, face

    assert_all_freed(make)


def test_a_cycle_through_the_result_processor(pair):
    class Asking(inkface.Face):
        def result(self, value):
            pass

    canvas = inkface.canvas(8, 8)

    def make():
        face = Asking(canvas, pair)
        face.resultProcessor = face.result
        return (face,)

    assert_all_freed(make)


def test_a_cycle_through_the_attributes_of_a_face(pair):
    canvas = inkface.canvas(8, 8)

    def make():
        face = Wired(canvas, pair)
        face.me, face.dictionary = face, face.elements
        return face, face.high

    assert_all_freed(make)


def test_classes_go_with_their_instances(pair):
    canvas = inkface.canvas(8, 8)

    def make():
        class Temporary(Wired):
            pass

        class Sub(inkface.canvas):
            pass

        face, sub = Temporary(canvas, pair), Sub(8, 8)
        face.klass = Temporary
        sub.onTimer = Sub
        return Temporary, Sub, face, sub

    assert_all_freed(make, times=200)


def test_weak_handlers_need_no_collector(pair):
    """With weak handlers a face has no cycle at all: it goes with its last name."""

    class Weak(inkface.Face):
        def __init__(self, canvas, svg):
            super().__init__(canvas, svg)
            for name in HANDLERS:
                setattr(self.low, name, weakref.WeakMethod(self.handle))

        def handle(self, element, *rest):
            pass

    canvas = inkface.canvas(8, 8)
    gc.collect()
    gc.disable()
    try:
        for _ in range(TIMES):
            face = Weak(canvas, pair)
            gone = weakref.ref(face)
            del face
            assert gone() is None
    finally:
        gc.enable()
