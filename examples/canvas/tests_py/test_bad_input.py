"""Bad input, a thousand times each: the right exception, and nothing left behind."""

import copy
import pickle

import inkface
import pytest
from support import drawings
from support.measure import flat, raised

SVG = "<svg xmlns='http://www.w3.org/2000/svg' {0}></svg>"
WRONG_FILES = {
    "empty": "",
    "malformed": SVG.format("width='9' height='9'") + "<g>",
    "no XML": "nonsense",
    "absurdly large": SVG.format("width='1e12' height='1e12'"),
    "too large": SVG.format("width='17000' height='17000'"),
    "no number": SVG.format("width='NaN' height='inf'"),
    "negative": SVG.format("width='-5' height='-5'"),
}  # fmt: skip


def test_a_missing_file(tmp_path):
    path = str(tmp_path / "none.svg")
    canvas = inkface.canvas(8, 8)

    def load():
        assert path in raised(FileNotFoundError, inkface.loadsvg, path)
        assert path in raised(FileNotFoundError, inkface.Face, canvas, path)

    flat(load)


@pytest.mark.parametrize("what", WRONG_FILES)
def test_a_wrong_file(tmp_path, what):
    path = tmp_path / "wrong.svg"
    path.write_text(WRONG_FILES[what])
    flat(lambda: raised(ValueError, inkface.loadsvg, path))


def test_an_element_of_absurd_size_is_cut_to_the_drawing(folder):
    path = drawings.write(folder / "element.svg", "<rect id='r' width='1e7' height='1e7'/>")

    def load():
        element = inkface.loadsvg(path)["r"]
        assert (element.w, element.h) == (64, 48)

    flat(load)


SIZES = [(0, 5), (5, 0), (-1, 5), (5, -(2**31)), (16_385, 1), (10_000, 10_000), (2**31, 1), (2**63, 1), (1, 2**200)]


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]:.3g}x{size[1]:.3g}")
def test_a_canvas_of_wrong_size(size):
    def make():
        raised(ValueError, inkface.canvas, *size)
        raised(ValueError, inkface.create_X_canvas, *size)

    flat(make)


NO_SIZES = [("5", 5), (None, 5), (1.5, 5), (5, []), (5, 5, "yes"), (5, 5, None), (5, 5, True, 1)]


@pytest.mark.parametrize("wrong", NO_SIZES)
def test_a_canvas_of_no_size(wrong):
    flat(lambda: raised(TypeError, inkface.canvas, *wrong))


def test_a_handler_that_cannot_be_called(scene):
    def connect():
        raised(TypeError, setattr, scene.low, "onTap", 3)
        raised(TypeError, setattr, scene.low, "onKeyPress", "onKeyPress")
        raised(TypeError, setattr, scene.canvas, "onTimer", object())

    flat(connect)


def fail(*arguments):
    raise LookupError("mine")


def test_a_handler_that_raises(scene):
    def tap():
        scene.low.onTap = fail
        scene.canvas.post_tap(5, 5)
        assert raised(LookupError, scene.canvas.eventloop) == "mine"
        scene.low.onTap = None
        scene.canvas.post_tap(5, 5)
        scene.canvas.eventloop()

    flat(tap)


def test_a_timer_a_draw_handler_and_a_key_handler_that_raise(scene):
    scene.apart.onDraw = scene.low.onKeyPress = fail

    def run():
        scene.canvas.onTimer, scene.canvas.timeout = fail, 7
        raised(LookupError, scene.canvas.eventloop)
        scene.canvas.onTimer = None
        raised(LookupError, scene.canvas.draw, scene.apart)
        scene.canvas.post_key("a")
        raised(LookupError, scene.canvas.eventloop)

    flat(run)


def test_a_handler_with_the_wrong_number_of_parameters(scene):
    scene.low.onTap = lambda: None
    scene.low.onKeyPress = lambda element: None

    def run():
        scene.canvas.post_tap(5, 5)
        raised(TypeError, scene.canvas.eventloop)
        scene.canvas.post_key("a")
        raised(TypeError, scene.canvas.eventloop)

    flat(run)


def test_a_weak_handler_whose_class_misbehaves(scene):
    import weakref

    class Broken(weakref.ref):
        def __call__(self):
            raise LookupError("in the reference")

    class Wrong(weakref.ref):
        def __call__(self):
            return 3

    def run():
        for kind, expected in ((Broken, LookupError), (Wrong, TypeError)):
            scene.low.onTap = kind(fail)
            scene.canvas.post_tap(5, 5)
            raised(expected, scene.canvas.eventloop)
        scene.low.onTap = None

    flat(run)


def test_dicts_that_are_none(scene):
    def register():
        for method in (scene.canvas.register_elements, scene.canvas.unregister_elements, inkface.unload):
            raised(TypeError, method, [scene.low])
            raised(TypeError, method, {"low": scene.low, "wrong": 3})
        raised(ValueError, scene.canvas.register_elements)
        raised(ValueError, scene.canvas.register_elements, {"low": scene.low})

    flat(register)


class Bare(inkface.Face):
    def __init__(self):
        """Does not call that of the class above."""


def new_without_init():
    canvas = inkface.canvas(8, 8)
    for face in (inkface.Face.__new__(inkface.Face), Bare.__new__(Bare), Bare(), Bare.__new__(Bare, 1, two=2)):
        assert face.elements == {} and face.canvas is None and face.svg is None and face.resultProcessor is None
        raised(ValueError, face.load)
        raised(AttributeError, getattr, face, "low")
        raised(ValueError, canvas.add, face)
        raised(ValueError, canvas.remove, face)
        face.wire(), face.unwire(), inkface.release(face)
        face.resultProcessor, face.other = face.load, face


def test_new_without_init():
    flat(new_without_init)
    bare = inkface.canvas.__new__(inkface.canvas)
    assert (bare.width, bare.height, bare.onTimer, bare.elements) == (800, 480, None, [])


def test_elements_come_from_drawings_only(scene):
    def make():
        raised(TypeError, inkface.element)
        raised(TypeError, inkface.element.__new__, inkface.element)
        raised(TypeError, object.__new__, inkface.element)
        raised(TypeError, copy.copy, scene.low)
        raised(TypeError, copy.deepcopy, scene.canvas)
        raised(TypeError, pickle.dumps, scene.low)
        raised(TypeError, lambda: type("Sub", (inkface.element,), {}))
        raised(TypeError, setattr, scene.low, "__class__", inkface.canvas)

    flat(make)


def test_methods_refuse_other_objects(scene):
    class Other:
        pass

    def call():
        raised(TypeError, inkface.element.hide, scene.canvas)
        raised(TypeError, inkface.element.onTap.__get__, Other())
        raised(TypeError, inkface.canvas.eventloop, scene.low)
        raised(TypeError, inkface.Face.load, Other())
        raised(TypeError, inkface.canvas.elements.__get__, 3)
        raised(TypeError, lambda: scene.low < 3)
        raised(TypeError, lambda: scene.low >= None)

    flat(call)


def test_a_failing_file_system(scene, tmp_path):
    path = tmp_path / "none" / "frame.png"
    flat(lambda: raised(FileNotFoundError, scene.canvas.save, path))
    flat(lambda: raised(ValueError, scene.canvas.save, "a\0b"))
    flat(lambda: raised(ValueError, inkface.loadsvg, "a\0b"))
