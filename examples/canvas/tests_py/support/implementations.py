"""What the regression list is checked on: `inkface`, and the mutants, each with one thing as it was in 2008."""

import inkface


class Inkface:
    """The operations that the faults were in, as `inkface` does them."""

    loadsvg = staticmethod(inkface.loadsvg)
    unload = staticmethod(inkface.unload)
    release = staticmethod(inkface.release)
    register = staticmethod(inkface.canvas.register_elements)
    unregister = staticmethod(inkface.canvas.unregister_elements)
    add = staticmethod(inkface.canvas.add)
    remove = staticmethod(inkface.canvas.remove)

    def __init__(self, drawing):
        self.drawing = drawing

    def canvas(self):
        return inkface.canvas(64, 48)

    def element(self):
        return inkface.loadsvg(self.drawing)["low"]

    def bare(self):
        """Objects made by `__new__` alone."""
        return [kind.__new__(kind) for kind in (inkface.canvas, inkface.Face)]

    def fill(self, canvas, elements, face):
        canvas.register_elements(elements)
        canvas.add(face)

    def clouds(self, element):
        return element.clouds

    def motion(self, canvas, element, x, y):
        """Moves the pointer, which asks for the element there."""
        canvas.post_motion(x, y)
        canvas.eventloop()
        return element.clouded(x, y)

    def tap(self, canvas, element):
        canvas.post_tap(5, 5)
        canvas.eventloop()

    def tap_both(self, canvas, first, second):
        """One tap on each, delivered by one call."""
        canvas.post_tap(5, 5)
        canvas.post_tap(55, 40)
        canvas.eventloop()


def mutants(module):
    """By name, what each mutant does in its own way, given the module that they are compiled to."""
    m = module
    return {
        "load_leaking_keys": {"loadsvg": lambda path: m.load_leaking_keys(inkface.loadsvg(path))},
        "load_leaking_values": {"loadsvg": lambda path: m.load_leaking_values(inkface.loadsvg(path))},
        "unload_releasing": {"unload": m.unload_releasing},
        "register_leaking": {"register": lambda canvas, elements: m.register_leaking(elements)},
        "register_overwriting": {
            "register": lambda canvas, elements: m.register_overwriting(elements),
            "unregister": lambda canvas, elements: m.unregister_all(),
        },
        "clouds_leaking": {"clouds": lambda element: m.clouds_leaking(element.clouds)},
        "clouded_leaking": {"motion": lambda canvas, element, x, y: m.clouded_leaking(element.clouds, x, y)},
        "call_leaking_the_result": {"tap": lambda canvas, element: m.call_leaking_the_result(element.onTap, element)},
        "call_leaking_the_arguments": {
            "tap": lambda canvas, element: m.call_leaking_the_arguments(element.onTap, element)
        },
        "wire_unchecked": {"add": lambda canvas, face: m.wire_unchecked(face)},
        "unwire_unchecked": {"remove": lambda canvas, face: m.unwire_unchecked(face)},
        "release_without_result": {"release": m.release_without_result},
        "dispatch_on_and_on": {
            "tap_both": lambda canvas, first, second: m.dispatch_on_and_on(first.onTap, second.onTap, first)
        },
        "hidden_element": {"element": m.hidden_element},
        "skipping_element": {"element": m.skipping_element},
        "uninitialised_element": {"bare": lambda: [m.uninitialised_element()]},
        "casting_element": {"element": m.casting_element},
        "borrowing_canvas": {"canvas": m.borrowing_canvas},
        "skipping_canvas": {
            "canvas": m.skipping_canvas,
            "fill": lambda canvas, elements, face: canvas.elements.extend([*elements.values(), face]),
        },
    }


def mutant(module, name, drawing):
    """`inkface` with one operation replaced."""
    implementation = Inkface(drawing)
    vars(implementation).update(mutants(module)[name])
    return implementation
