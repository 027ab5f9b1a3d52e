"""Functions that make objects for probes: of the built-in types, and in certain states."""

import collections
import contextvars
import marshal
import os
import sys
import tempfile
import types
import weakref

import owned_verify_cases as cases
from objects import Thing, data, next_serial, text


def function():
    code = compile("def f(a=1, *, b=2):\n    return [a, b]\n", "<function>", "exec")
    space = {"__name__": "made", "__builtins__": __builtins__}
    exec(code, space)
    return space.pop("f")


def code():
    return compile("x = [1.5]\n", "<code %d>" % next_serial(), "exec")


def klass(name="Made", *bases):
    return type(name, bases, {"__doc__": text()})


def generator():
    def steps():
        while True:
            yield [next_serial()]

    return steps()


async def _coroutine():
    return [next_serial()]


def coroutine():
    return _coroutine()


def frame():
    return generator().gi_frame


def traceback():
    """With a frame that has no caller, whose variables would hold this and that."""
    return types.TracebackType(None, frame(), 0, 1)


def exception():
    return ValueError(text())


def raised():
    """An exception with a traceback, of a class of its own."""
    made = klass("Raised", Exception)(text())
    made.__traceback__ = traceback()
    return made


def module():
    return types.ModuleType(text())


def method():
    return types.MethodType(function(), Thing())


def structseq():
    return cases.sequence_type()([Thing(), Thing()])


def mapping():
    return collections.UserDict({text(): Thing()})


def odict():
    return collections.OrderedDict([(Thing(), Thing())])


def context():
    made = contextvars.copy_context()
    made.run(contextvars.ContextVar(text()).set, Thing())
    return made


def contextvar():
    return contextvars.ContextVar(text())


def token():
    variable = contextvars.ContextVar(text())
    return contextvars.Context().run(variable.set, Thing())


def cell():
    return types.CellType(Thing())


def alias():
    return types.GenericAlias(list, (Thing(),))


_anchors = None


def anchored(value):
    """Keeps a value alive for good, where only a weak reference to it is passed."""
    # The list is made late, so that the collector, which knows nothing of what was frozen, sees it.
    global _anchors
    if _anchors is None:
        _anchors = []
    _anchors.append(value)
    return value


def reference():
    return weakref.ref(anchored(Thing()), lambda dead: None)


def path(contents="x = [1.5]\n"):
    """The path of a new file with these contents."""
    number, name = tempfile.mkstemp(dir=".")
    with open(number, "w") as file:
        file.write(contents)
    return os.path.abspath(name)


def copy(path):
    """A str of its own with the same text."""
    return "".join(list(path))


def decode_error():
    return UnicodeDecodeError(text(), data(), 1, 3, text())


def encode_error():
    return UnicodeEncodeError(text(), text(), 1, 3, text())


def translate_error():
    return UnicodeTranslateError(text(), 1, 3, text())


def closure(value=None):
    value = Thing()

    def inner():
        return value

    return inner


def cell_code():
    """Code with a free variable."""
    return closure().__code__


def cells_code():
    """Code with a variable that an inner function uses."""
    return closure.__code__


def kwargs_code():
    def inner(**text):
        return [text]

    return inner.__code__


def function_frame():
    local = Thing()
    assert local
    return sys._getframe()


def running(generator):
    """The frame of a generator that has begun."""
    next(generator)
    anchored(generator)
    return generator.gi_frame


def begun(generator):
    next(generator)
    return generator


def entered():
    """A context that is entered already."""
    made = contextvars.copy_context()
    cases.context_enter(made)
    anchored(made)
    return made


def marshalled(value):
    name = path("")
    with open(name, "wb") as file:
        marshal.dump(value, file)
    return name


def leave(context):
    """Leaves a context, if it was not left by the call."""
    try:
        cases.context_exit(context)
    except RuntimeError:
        pass


def raising():
    """An iterator that raises at once."""

    def steps():
        raise klass("Made", Exception)(text())
        yield

    return steps()
