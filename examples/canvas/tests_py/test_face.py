"""`Face`: a drawing whose elements are attributes."""

import inkface
import pytest
from support.measure import raised


class Recorder(inkface.Face):
    """Connects in wire() and lets go in unwire(), as the programs of 2008 did."""

    def __init__(self, canvas, svg, title="untitled", **options):
        super().__init__(canvas, svg, **options)
        self.title, self.calls = title, []

    def wire(self):
        self.calls.append("wire")
        self.low.onTap = self.tapped

    def unwire(self):
        self.calls.append("unwire")
        self.low.onTap = None

    def tapped(self, element):
        self.calls.append(element.name)


@pytest.fixture
def canvas():
    return inkface.canvas(64, 48)


def test_elements_are_attributes(canvas, pair):
    face = inkface.Face(canvas, pair)
    assert face.low.name == "low" and face.high.id == "#r2" and face.low is face.low
    assert sorted(face.elements) == ["apart", "high", "low"] and face.elements is not face.elements
    assert face.canvas is canvas and str(face.svg) == str(pair)
    message = raised(AttributeError, getattr, face, "nonsense")
    assert "'inkface.Face' object has no attribute or element 'nonsense'" in message
    face.elements.clear()
    assert face.low.name == "low"


def test_a_subclass_has_parameters_of_its_own(canvas, pair):
    face = Recorder(canvas, pair, "hello")
    assert face.title == "hello" and type(face).__mro__[1] is inkface.Face
    assert Recorder(canvas, svg=str(pair), autoload=False, title="x").elements == {}


def test_autoload_off_leaves_loading_to_load(canvas, pair):
    face = inkface.Face(canvas, pair, autoload=False)
    assert face.elements == {}
    raised(AttributeError, getattr, face, "low")
    assert "not been loaded" in raised(ValueError, canvas.add, face)
    face.load()
    low = face.low
    face.load()
    assert face.low is not low and face.low.name == "low", "it can be loaded anew"


def test_a_subclass_may_override_load(canvas, pair):
    class Lazy(inkface.Face):
        def load(self):
            self.loads = getattr(self, "loads", 0) + 1
            super().load()

    face = Lazy(canvas, pair)
    assert face.loads == 1 and face.low.name == "low"


def test_add_wires_and_remove_unwires(canvas, pair):
    face = Recorder(canvas, pair)
    assert face.calls == [] and canvas.elements == []
    canvas.add(face)
    assert face.calls == ["wire"] and [element.name for element in canvas.elements] == ["low", "high", "apart"]
    canvas.post_tap(5, 5)
    canvas.eventloop()
    assert face.calls == ["wire", "low"]
    canvas.remove(face)
    assert face.calls == ["wire", "low", "unwire"] and canvas.elements == []
    canvas.post_tap(5, 5)
    canvas.eventloop()
    assert face.calls == ["wire", "low", "unwire"]
    assert "not on this canvas" in raised(ValueError, canvas.remove, face)
    canvas.add(face)
    assert "already on a canvas" in raised(ValueError, canvas.add, face), "adding twice"
    assert face.calls[3:] == ["wire"] and len(canvas) == 3


def test_a_failure_in_wire_undoes_the_add(canvas, pair):
    class Failing(Recorder):
        def wire(self):
            super().wire()
            raise LookupError("in wire")

    face = Failing(canvas, pair)
    assert raised(LookupError, canvas.add, face) == "in wire"
    assert canvas.elements == [] and len(canvas) == 0
    raised(ValueError, canvas.remove, face)
    inkface.canvas(64, 48).register_elements(face.elements)  # They are free again.


def test_a_failure_in_unwire_comes_out_after_the_removal(canvas, pair):
    class Failing(Recorder):
        def unwire(self):
            raise LookupError("in unwire")

    face = Failing(canvas, pair)
    canvas.add(face)
    assert raised(LookupError, canvas.remove, face) == "in unwire"
    assert canvas.elements == [] and len(canvas) == 0
    raised(ValueError, canvas.remove, face)


def test_two_faces_share_a_canvas(canvas, pair):
    first, second = Recorder(canvas, pair), Recorder(canvas, pair)
    canvas.add(first)
    canvas.add(second)
    canvas.post_tap(5, 5)
    canvas.eventloop()
    assert (first.calls, second.calls) == (["wire"], ["wire", "low"]), "the one added last lies above"
    canvas.remove(second)
    canvas.post_tap(5, 5)
    canvas.eventloop()
    assert first.calls == ["wire", "low"]


def test_the_result_processor_is_a_callable_or_none(canvas, pair):
    face = inkface.Face(canvas, pair)
    assert face.resultProcessor is None
    face.resultProcessor = print
    assert face.resultProcessor is print
    assert "expected callable, got int" in raised(TypeError, setattr, face, "resultProcessor", 3)
    face.resultProcessor = None


def test_release_lets_everything_go(canvas, pair):
    face = Recorder(canvas, pair)
    canvas.add(face)
    low = face.low
    low.onMouseOver = print
    assert inkface.release(face) is None
    assert face.calls == ["wire", "unwire"] and face.elements == {} and canvas.elements == [] and len(canvas) == 0
    assert low.onMouseOver is None and low.onTap is None
    assert inkface.release(face) is None, "again, and of a face that is on no canvas"
    raised(TypeError, inkface.release, canvas)


def test_a_face_that_is_not_there(canvas, tmp_path):
    path = tmp_path / "none.svg"
    with pytest.raises(FileNotFoundError) as caught:
        Recorder(canvas, path)
    assert caught.value.filename == str(path)
    raised(TypeError, inkface.Face, 3, path)
    raised(TypeError, inkface.Face, canvas)


def test_init_again_begins_anew(canvas, pair, word):
    face = inkface.Face(canvas, pair)
    face.__init__(inkface.canvas(8, 8), word)
    assert list(face.elements) == ["word"] and face.canvas is not canvas
