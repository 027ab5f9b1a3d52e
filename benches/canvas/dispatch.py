"""Events for a handler of Python's, by the C library's own loop and by the example's.

    python -S -s dispatch.py FOLDER_OF_C FOLDER_OF_INKFACE times ROUNDS EVENTS
    python -S -s dispatch.py FOLDER_OF_C FOLDER_OF_INKFACE c|inkface EVENTS

With `times` both are run in turns, and the median nanoseconds of an event are printed, and the median of the ratios of
pairs. Otherwise one of them is run, under `callgrind`. A handler is a function, a bound method, or one of C's.
"""

import gc
import statistics
import sys
import tempfile
import time

SIDE = 64
DRAWING = f"""<svg xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"
 width="{SIDE}" height="{SIDE}"><g inkscape:groupmode="layer" id="layer"><rect name="button" id="button" x="0" y="0"
 width="{SIDE}" height="{SIDE}" style="fill:#ff0000"/></g></svg>"""


class Counter:
    def tap(self, element):
        pass


def function(element):
    pass


HANDLERS = {"a function": function, "a bound method": Counter().tap, "a function of C's": id}


class OfC:
    def __init__(self, folder, handler):
        sys.path.insert(0, folder)
        import dispatch_c

        dispatch_c.prepare(handler, self, SIDE)
        self.post_tap, self.eventloop = dispatch_c.post_tap, dispatch_c.eventloop


class OfInkface:
    def __init__(self, folder, handler):
        sys.path.insert(0, folder)
        import inkface

        with tempfile.NamedTemporaryFile("w", suffix=".svg") as file:
            file.write(DRAWING)
            file.flush()
            self.elements = inkface.loadsvg(file.name)
        self.canvas = inkface.canvas(SIDE, SIDE)
        self.canvas.register_elements(self.elements)
        self.elements["button"].onTap = handler
        self.post_tap, self.eventloop = self.canvas.post_tap, self.canvas.eventloop


def run(one, events):
    """Nanoseconds of an event. Posting them is not counted: both post by a function that Python calls."""
    for _ in range(events):
        one.post_tap(SIDE // 2, SIDE // 2)
    begin = time.perf_counter_ns()
    one.eventloop()
    return (time.perf_counter_ns() - begin) / events


def check(make, folder):
    """Each event comes, and none else."""
    seen = []
    one = make(folder, seen.append)
    run(one, 5)
    assert len(seen) == 5, seen


def main():
    of_c, of_inkface, what, *rest = sys.argv[1:]
    gc.disable()
    if what != "times":
        make, folder = (OfC, of_c) if what == "c" else (OfInkface, of_inkface)
        run(make(folder, function), int(rest[0]))
        return
    check(OfC, of_c)
    check(OfInkface, of_inkface)
    rounds, events = map(int, rest)
    for name, handler in HANDLERS.items():
        one, other = OfC(of_c, handler), OfInkface(of_inkface, handler)
        pairs = [(run(one, events), run(other, events)) for _ in range(rounds + 2)][2:]
        c, owned = (statistics.median(column) for column in zip(*pairs))
        rate = statistics.median(c / owned for c, owned in pairs)
        print(f"{name}\t{c}\t{owned}\t{rate}")


main()
