"""The regression list: a check for each fault of 2008, to be run on `inkface` and on the mutant that has the fault."""

import gc
import sys
import types
import weakref

import inkface
from support.measure import flat, raised
from test_module import HANDLERS


class Probe:
    """An object that tells when it is gone, and can be a handler."""

    def __call__(self, *arguments):
        return Probe()


def refs(objects):
    return [weakref.ref(each) for each in objects]


def assert_gone(references, what):
    gc.collect()
    alive = sum(reference() is not None for reference in references)
    assert alive == 0, f"{what}: {alive} of {len(references)} are kept"


def scene(i):
    canvas, elements = i.canvas(), i.loadsvg(i.drawing)
    inkface.canvas.register_elements(canvas, elements)
    return canvas, elements


def loading_keeps_no_element(i):
    elements = i.loadsvg(i.drawing)
    gone = refs(elements.values())
    del elements
    assert_gone(gone, "elements")


def loading_keeps_no_name(i):
    flat(lambda: i.loadsvg(i.drawing), times=400)


def unloading_releases_what_the_dict_held(i):
    elements = i.loadsvg(i.drawing)
    low = elements["low"]
    spare = list(elements.values()) * 10  # A reference too few must not free them under our hands.
    before = sys.getrefcount(low)
    i.unload(elements)
    released = before - sys.getrefcount(low)
    assert released == 1, f"{released} references were released, the dict held 1"
    spare.clear()


def registering_keeps_no_element(i):
    canvas, elements = i.canvas(), i.loadsvg(i.drawing)
    gone = refs(elements.values())
    i.register(canvas, elements)
    i.unregister(canvas, elements)
    del elements
    assert_gone(gone, "elements")


def registering_keeps_no_dict(i):
    class Tracked(dict):
        __slots__ = ("__weakref__",)

    canvas = i.canvas()
    dicts = [Tracked(i.loadsvg(i.drawing)) for _ in range(2)]
    for elements in dicts:
        i.register(canvas, elements)
    for elements in dicts:
        i.unregister(canvas, elements)
    gone = refs(dicts)
    del elements, dicts
    assert_gone(gone, "dicts")


def clouds_leave_nothing(i):
    canvas, elements = scene(i)
    low, high = elements["low"], elements["high"]
    low.x = high.x = low.y = high.y = 3000  # Numbers that no cache has.

    def recalculate():
        high.x ^= 1
        assert len(i.clouds(low)) == 1

    flat(recalculate, times=400)


def motion_leaves_nothing(i):
    canvas, elements = scene(i)
    low = elements["low"]
    low.onMouseOver = low.onMouseEnter = low.onMouseLeave = Probe()

    def move():
        assert i.motion(canvas, low, 25, 15)
        assert not i.motion(canvas, low, 5, 5)

    flat(move, times=400)


def results_are_released(i):
    canvas, elements = scene(i)
    results = []

    def handler(element):
        result = Probe()
        results.append(weakref.ref(result))
        return result

    elements["low"].onTap = handler
    for _ in range(10):
        i.tap(canvas, elements["low"])
    assert len(results) == 10
    assert_gone(results, "results")


def arguments_are_released(i):
    canvas, elements = scene(i)
    low = elements["low"]
    low.onTap = Probe()
    before = sys.getrefcount(low)
    for _ in range(10):
        i.tap(canvas, low)
    kept = sys.getrefcount(low) - before
    assert kept == 0, f"{kept} references to the argument are kept"


def fail(face):
    raise LookupError("in the face")


class FailingToWire(inkface.Face):
    wire = fail


class FailingToUnwire(inkface.Face):
    unwire = fail


def failures_of_wire_come_out(i):
    assert raised(LookupError, i.add, i.canvas(), FailingToWire(i.canvas(), i.drawing)) == "in the face"


def failures_of_unwire_come_out(i):
    canvas, face = i.canvas(), FailingToUnwire(i.canvas(), i.drawing)
    canvas.add(face)
    assert raised(LookupError, i.remove, canvas, face) == "in the face"


def an_element_releases_its_fields(i):
    element = i.element()
    gone = {}
    for name in [*HANDLERS, "user_data"]:
        probe = Probe()
        gone[name] = weakref.ref(probe)
        setattr(element, name, probe)
    del element, probe
    kept = [name for name, reference in gone.items() if reference() is not None]
    assert not kept, f"the element is gone, but not its {', '.join(kept)}"


def a_canvas_releases_its_lists(i):
    canvas, elements, face = i.canvas(), i.loadsvg(i.drawing), inkface.Face(inkface.canvas(8, 8), i.drawing)
    gone = refs([*elements.values(), face])
    i.fill(canvas, elements, face)
    del canvas, elements, face
    assert_gone(gone, "elements and faces")


def a_flag_leaves_true_and_false_alone(i):
    spare = [True, False] * 1000
    counts = sys.getrefcount(True), sys.getrefcount(False)
    for _ in range(500):
        canvas = i.canvas()
        canvas.fullscreen = True
        canvas.fullscreen = False
        del canvas
    drift = sys.getrefcount(True) - counts[0], sys.getrefcount(False) - counts[1]
    assert max(map(abs, drift)) < 50, f"references to True and False drift by {drift}"
    spare.clear()


def a_flag_takes_nothing_but_true_and_false(i):
    canvas = i.canvas()
    for wrong in (1, None, "yes", Probe()):
        raised(TypeError, setattr, canvas, "fullscreen", wrong)
    raised(AttributeError, delattr, canvas, "fullscreen")


def new_objects_have_all_their_fields(i):
    for made in i.bare():
        for name in dir(type(made)):
            if not name.startswith("__"):
                getattr(made, name)


def release_returns_none(i):
    canvas = inkface.canvas(8, 8)
    face = inkface.Face(canvas, i.drawing)
    assert i.release(face) is None


def comparison_checks_the_type(i):
    element = i.element()
    for other in (bytes(4000), "low" * 1000, (None,) * 500):
        raised(TypeError, lambda: element < other)
        raised(TypeError, lambda: other >= element)
        assert element != other


def nothing_is_called_with_an_exception_set(i):
    canvas, elements = scene(i)
    called = []

    def fail(element):
        raise LookupError("mine")

    elements["low"].onTap, elements["apart"].onTap = fail, called.append
    assert raised(LookupError, i.tap_both, canvas, elements["low"], elements["apart"]) == "mine"
    assert not called, "a handler was called with an exception set"


class Holder:
    """Registers ten of its methods in its constructor."""

    def __init__(self, i):
        self.element = i.element()
        for name in HANDLERS:
            setattr(self.element, name, self.method)

    def method(self, *arguments):
        pass


def cycles_are_freed(i):
    gone = refs([Holder(i) for _ in range(1000)])
    assert_gone(gone, "objects in a cycle")


def every_reference_at_birth_has_a_holder(i):
    holder = Holder(i)
    count = sys.getrefcount(holder) - 1  # The call's own.
    methods = [found for found in gc.get_referrers(holder) if type(found) is types.MethodType]
    assert count == 11 == 1 + len(methods), f"{count} references, {len(methods)} methods"
    unknown = sum(holder.element not in gc.get_referrers(method) for method in methods)
    assert not unknown, f"born with {count} references, {unknown} of them held by nobody that the collector knows"


#: Each check, the mutants that must fail it, and what the failure must say.
LIST = [
    (1, loading_keeps_no_element, "load_leaking_values", r"elements: 3 of 3 are kept"),
    (1, loading_keeps_no_name, "load_leaking_keys", r"Leak: after 400 calls: .*blocks grew by"),
    (1, unloading_releases_what_the_dict_held, "unload_releasing", r"2 references were released, the dict held 1"),
    (2, registering_keeps_no_element, "register_leaking", r"elements: 3 of 3 are kept"),
    (2, registering_keeps_no_dict, "register_overwriting", r"dicts: 1 of 2 are kept"),
    (3, clouds_leave_nothing, "clouds_leaking", r"Leak: after 400 calls: .*blocks grew by"),
    (4, motion_leaves_nothing, "clouded_leaking", r"Leak: after 400 calls: .*blocks grew by"),
    (5, results_are_released, "call_leaking_the_result", r"results: 10 of 10 are kept"),
    (5, arguments_are_released, "call_leaking_the_arguments", r"10 references to the argument are kept"),
    (5, failures_of_wire_come_out, "wire_unchecked", r"with an exception set"),
    (5, failures_of_unwire_come_out, "unwire_unchecked", r"with an exception set"),
    (6, an_element_releases_its_fields, "skipping_element", r"not its onDraw, onTap, onMouseEnter, onMouseLeave\b"),
    (6, a_canvas_releases_its_lists, "skipping_canvas", r"elements and faces: 4 of 4 are kept"),
    (7, a_flag_leaves_true_and_false_alone, "borrowing_canvas", r"drift by \((0|-?\d), -\d{3}\)"),
    (7, a_flag_takes_nothing_but_true_and_false, "borrowing_canvas", r"did not raise TypeError"),
    (7, new_objects_have_all_their_fields, "uninitialised_element", r"Segmentation fault|_Py_NegativeRefcount"),
    (8, release_returns_none, "release_without_result", r"without setting an exception"),
    (8, comparison_checks_the_type, "casting_element", r"did not raise TypeError"),
    (8, nothing_is_called_with_an_exception_set, "dispatch_on_and_on", r"with an exception set|_PyErr_Occurred"),
    (9, cycles_are_freed, "hidden_element", r"objects in a cycle: 1000 of 1000 are kept"),
    (9, every_reference_at_birth_has_a_holder, "hidden_element", r"born with 11 references, 10 of them held by nobody"),
]
