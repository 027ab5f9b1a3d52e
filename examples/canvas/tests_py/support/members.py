"""Everything public that a module has, enumerated at run time, and a use of each."""

import inkface

#: What `type` and `object` themselves put into a class: strings, and what the interpreter made, not `inkface`.
_INHERITED = {"__doc__", "__module__", "__dict__", "__weakref__", "__text_signature__"}
#: The module's own furniture.
_MODULE = {"__doc__", "__file__", "__loader__", "__name__", "__package__", "__spec__", "__builtins__", "__cached__"}


def enumerate_members(module):
    """The names of all functions, constants, classes and class members: "exit", "canvas.add", "canvas.timeout"."""
    for name in sorted(set(dir(module)) - _MODULE):
        value = getattr(module, name)
        yield name
        if isinstance(value, type):
            for member in sorted(set(vars(value)) - _INHERITED):
                yield f"{name}.{member}"


def uncovered(module, uses):
    """What has no use, and which uses are of nothing."""
    names = set(enumerate_members(module))
    # Only in builds with the handle count; there they are to be covered like everything else.
    optional = {"__ledger__", "__owned_debug__", "_leak"}
    return sorted(names - set(uses)), sorted(set(uses) - names - optional)


class Stage:
    """The objects that uses are made of."""

    def __init__(self, pair, word, png):
        self.pair, self.word_path, self.png = str(pair), str(word), str(png)
        self.canvas = inkface.canvas(64, 48)
        self.elements = inkface.loadsvg(pair)
        self.canvas.register_elements(self.elements)
        self.low, self.high = self.elements["low"], self.elements["high"]
        self.word = inkface.loadsvg(word)["word"]
        self.face = inkface.Face(self.canvas, pair)
        self.data = object()

    def handler(self, *arguments):
        return arguments
