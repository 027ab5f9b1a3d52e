"""One use of every public thing in `inkface`, reading and writing, for the hunt for leaks."""

import inkface
from support.measure import raised
from test_module import HANDLERS


def _get(owner, name):
    return lambda stage: getattr(getattr(stage, owner), name)


def _get_and_set(owner, name, *values):
    def use(stage):
        target = getattr(stage, owner)
        for value in values:
            setattr(target, name, value)
            getattr(target, name)

    return use


def _handler(owner, name):
    def use(stage):
        target = getattr(stage, owner)
        setattr(target, name, stage.handler)
        getattr(target, name)
        raised(TypeError, setattr, target, name, 3)
        setattr(target, name, None)

    return use


def _unload(stage):
    elements = inkface.loadsvg(stage.pair)
    elements["low"].onTap = stage.handler
    inkface.unload(elements)


def _release(stage):
    face = inkface.Face(stage.canvas, stage.pair)
    stage.canvas.add(face)
    inkface.release(face)


def _add_and_remove(stage):
    stage.canvas.add(stage.face)
    stage.canvas.remove(stage.face)


def _register(stage):
    elements = inkface.loadsvg(stage.pair)
    stage.canvas.register_elements(elements)
    stage.canvas.unregister_elements(elements)


def _move_and(method):
    def use(stage):
        stage.low.x = 5
        getattr(stage.canvas, method)()
        stage.low.x = 4
        getattr(stage.canvas, method)()

    return use


def _tap(stage):
    stage.low.onTap = stage.handler
    stage.canvas.post_tap(5, 5, delay=3)
    stage.canvas.eventloop()
    stage.low.onTap = None


def _motion(stage):
    stage.low.onMouseEnter = stage.low.onMouseOver = stage.low.onMouseLeave = stage.handler
    stage.canvas.post_motion(5, 5)
    stage.canvas.post_motion(63, 0)
    stage.canvas.eventloop()
    stage.low.onMouseEnter = stage.low.onMouseOver = stage.low.onMouseLeave = None


def _key(stage):
    stage.low.onKeyPress = stage.handler
    stage.canvas.post_key("text", keysym=70_000)
    stage.canvas.eventloop()
    stage.low.onKeyPress = None


def _timer(stage):
    stage.canvas.onTimer, stage.canvas.timeout = lambda canvas: setattr(canvas, "timeout", 0), 5
    stage.canvas.eventloop()
    stage.canvas.onTimer = None


def _front(stage):
    stage.canvas.bring_to_front(stage.low)
    stage.canvas.elements, stage.high.clouds
    stage.canvas.reset_order()


def _text(stage):
    stage.word.text = "other words"
    stage.word.text
    stage.word.refresh()
    raised(ValueError, setattr, stage.low, "text", "none")


def _hide(stage):
    stage.high.hide()
    stage.low.clouds, stage.high.visible
    stage.high.unhide()


def _compare(stage):
    low, high = stage.low, stage.high
    low < high, low <= high, low > high, low >= high, low == high, low != high, low == 3
    raised(TypeError, lambda: low < 3)


def _leak(stage):
    """It leaks by design; that it does is tested with the demo."""


USES = {
    "Face": lambda stage: raised(TypeError, inkface.Face),
    "Face.__new__": lambda stage: inkface.Face.__new__(inkface.Face, 1, two=2),
    "Face.__init__": lambda stage: inkface.Face(stage.canvas, stage.pair, autoload=True),
    "Face.__getattribute__": lambda stage: (stage.face.low, raised(AttributeError, getattr, stage.face, "none")),
    "Face.__getattr__": lambda stage: (stage.face.__getattr__("low"), raised(AttributeError, stage.face.__getattr__, "none")),
    "Face.load": lambda stage: stage.face.load(),
    "Face.wire": lambda stage: stage.face.wire(),
    "Face.unwire": lambda stage: stage.face.unwire(),
    "Face.canvas": _get("face", "canvas"),
    "Face.svg": _get("face", "svg"),
    "Face.elements": _get("face", "elements"),
    "Face.resultProcessor": _handler("face", "resultProcessor"),
    "__all__": lambda stage: [getattr(inkface, name) for name in inkface.__all__],
    "__ledger__": lambda stage: inkface.__ledger__(inkface.__ledger__()),
    "__owned_debug__": lambda stage: [inkface.__owned_debug__(ask) for ask in ("name", "level", "sites", "handles")],
    "_leak": _leak,
    "canvas": lambda stage: raised(ValueError, inkface.canvas, 0, 0),
    "canvas.__new__": lambda stage: inkface.canvas(width=8, height=8, fullscreen=True),
    "canvas.__bool__": lambda stage: bool(stage.canvas),
    "canvas.__len__": lambda stage: len(stage.canvas),
    "canvas.__repr__": lambda stage: repr(stage.canvas),
    "canvas.add": _add_and_remove,
    "canvas.remove": lambda stage: raised(ValueError, stage.canvas.remove, stage.face),
    "canvas.register_elements": _register,
    "canvas.unregister_elements": lambda stage: raised(ValueError, stage.canvas.unregister_elements),
    "canvas.draw": lambda stage: stage.canvas.draw(stage.low),
    "canvas.refresh": _move_and("refresh"),
    "canvas.eventloop": _move_and("eventloop"),
    "canvas.bring_to_front": _front,
    "canvas.reset_order": lambda stage: stage.canvas.reset_order(),
    "canvas.post_tap": _tap,
    "canvas.post_motion": _motion,
    "canvas.post_key": _key,
    "canvas.save": lambda stage: stage.canvas.save(stage.png),
    "canvas.fullscreen": _get_and_set("canvas", "fullscreen", True, False),
    "canvas.width": _get("canvas", "width"),
    "canvas.height": _get("canvas", "height"),
    "canvas.elements": _get("canvas", "elements"),
    "canvas.timeout": _get_and_set("canvas", "timeout", 70_000, 0),
    "canvas.onTimer": _timer,
    "canvas.now": _get("canvas", "now"),
    "canvas.repainted": _get("canvas", "repainted"),
    "canvas.surface": _get("canvas", "surface"),
    "create_X_canvas": lambda stage: inkface.create_X_canvas(8, 8, False),
    "element": lambda stage: raised(TypeError, inkface.element),
    "element.__repr__": lambda stage: repr(stage.low),
    "element.__hash__": lambda stage: hash(stage.low),
    **{f"element.__{op}__": _compare for op in ("lt", "le", "eq", "ne", "gt", "ge")},
    **{f"element.{name}": _handler("low", name) for name in HANDLERS},
    "element.name": _get("low", "name"),
    "element.id": _get("low", "id"),
    "element.user_data": lambda stage: _get_and_set("low", "user_data", stage.data, None)(stage),
    "element.x": _get_and_set("low", "x", 70_000, 4),
    "element.y": _get_and_set("low", "y", 70_000, 4),
    "element.w": _get("low", "w"),
    "element.h": _get("low", "h"),
    "element.order": _get_and_set("low", "order", 70_000, 1),
    "element.opacity": _get_and_set("low", "opacity", 0.5, 1),
    "element.text": _text,
    "element.surface": _get("low", "surface"),
    "element.clouds": _get("low", "clouds"),
    "element.visible": _get("low", "visible"),
    "element.refresh": lambda stage: stage.word.refresh(),
    "element.hide": _hide,
    "element.unhide": lambda stage: stage.low.unhide(),
    "element.move_to": lambda stage: stage.low.move_to(5, 6),
    "element.occupies": lambda stage: stage.low.occupies(5, 5),
    "element.clouded": lambda stage: stage.low.clouded(25, 15),
    "element.clone": lambda stage: stage.word.clone(),
    "exit": lambda stage: inkface.exit(),
    "live_counts": lambda stage: inkface.live_counts(),
    "loadsvg": lambda stage: (inkface.loadsvg(stage.word_path), raised(TypeError, inkface.loadsvg)),
    "release": _release,
    "unload": _unload,
    **{name: lambda stage, name=name: getattr(inkface, name) for name in vars(inkface) if name.startswith("Key")},
}
