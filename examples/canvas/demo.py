"""The canvas example at work: a face, 100,000 events, and no handle left alive.

A face registers its own bound methods as handlers in its constructor, which makes a cycle through every element. It
is never unwired. At the end everything is dropped, and whatever is still alive is named by the line that made it.
"""

import argparse
import gc
import random
import resource
import sys
import time
import types
import weakref
from collections import Counter
from pathlib import Path

import inkface

HANDLERS = ("onTap", "onMouseEnter", "onMouseLeave")
BATCH = 1000


class Player(inkface.Face):
    """Counts what happens to it. Its constructor is the one that once made an object with eleven references."""

    def __init__(self, canvas, drawing):
        super().__init__(canvas, drawing)
        self.calls = 0
        for element in self.elements.values():
            element.onTap = self.tapped
            element.onMouseEnter = self.entered
            element.onMouseLeave = self.left
            if element.text is not None:
                element.onKeyPress = self.typed

    def tapped(self, element):
        self.calls += 1

    def entered(self, element):
        self.calls += 1

    def left(self, element):
        self.calls += 1

    def typed(self, element, text, keysym):
        self.calls += 1


def holders(face):
    """Who holds the face, as a Counter: every referrer, as often as it refers. Its own frame is not one of them."""
    found = Counter()
    wired = {}
    for element in face.elements.values():
        for name in (*HANDLERS, "onKeyPress"):
            if (handler := getattr(element, name)) is not None:
                wired[id(handler)] = name
    for referrer in gc.get_referrers(face):
        if isinstance(referrer, types.FrameType):
            continue
        # A loop and not a generator: that would hold the face in a cell of its own.
        times = 0
        for object in gc.get_referents(referrer):
            times += object is face
        if id(referrer) in wired:
            found[f"bound method, held by an element's {wired[id(referrer)]}"] += times
        else:
            found[f"{type(referrer).__name__} {getattr(referrer, '__name__', '')}".strip()] += times
    frame = sys._getframe(1)
    while frame is not None:
        for name, value in frame.f_locals.items():
            if value is face:
                found[f"local variable {name} of {frame.f_code.co_name}()"] += 1
        frame = frame.f_back
    return found


def events(canvas, elements, count, chance):
    """Posts events: taps on elements, movements between them, and some keys."""
    places = [element for element in elements if element.w and element.h]
    for _ in range(count):
        element = chance.choice(places)
        x, y = element.x + chance.randrange(element.w), element.y + chance.randrange(element.h)
        kind = chance.random()
        if kind < 0.65:
            canvas.post_tap(x, y)
        elif kind < 0.95:
            canvas.post_motion(x, y)
        else:
            canvas.post_key("a", ord("a"))


def play(drawing, count, output, leaky):
    """Everything that makes handles, in one frame that ends. Returns a weak reference to the face, and figures."""
    canvas = inkface.create_X_canvas()
    face = Player(canvas, drawing)
    born = sys.getrefcount(face) - 1  # the call's own argument is the one too many
    named = holders(face)

    canvas.add(face)
    if leaky:
        inkface._leak(face)
    chance = random.Random(2008)
    elements = list(face.elements.values())
    spent = 0.0
    for start in range(0, count, BATCH):
        events(canvas, elements, min(BATCH, count - start), chance)
        began = time.perf_counter()
        canvas.eventloop()
        spent += time.perf_counter() - began

    status = face.elements.get("status")
    if status is not None and status.text is not None:
        status.text = f"{count:,} events, {face.calls:,} handlers called"
        status.refresh()
    canvas.refresh()
    output.parent.mkdir(parents=True, exist_ok=True)
    canvas.save(output)

    print(f"drawing        {drawing}")
    print(f"elements       {len(elements)}")
    print(f"events         {count:,}, which called Python handlers {face.calls:,} times")
    print(f"speed          {count / spent:,.0f} events a second")
    print(f"picture        {output}")
    print(f"face at birth  {born} references:")
    for holder, times in named.most_common():
        print(f"{times:>10}     {holder}")
    return weakref.ref(face), born - named.total(), face.calls


def memory():
    """Resident memory in MiB."""
    try:
        pages = int(Path("/proc/self/statm").read_text().split()[1])
        return pages * resource.getpagesize() / 2**20
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**10


def ledger(counts):
    """The lines of a handle count."""
    return [f"{live:>+10}     {handle} at {file}:{line}" for (file, line, handle), live in sorted(counts.items())]


def main():
    here = Path(__file__).parent
    arguments = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    arguments.add_argument("drawing", nargs="?", type=Path, default=here / "drawings" / "demo.svg")
    arguments.add_argument("--events", type=int, default=100_000, metavar="N")
    arguments.add_argument("--output", type=Path, default=Path("canvas.png"), metavar="PNG")
    arguments.add_argument("--leaky", action="store_true", help="leak two handles on purpose")
    options = arguments.parse_args()
    if not hasattr(inkface, "__ledger__"):
        sys.exit("this build of inkface does not count handles: build it with the feature `ledger`")
    if options.events < 1:
        arguments.error("--events must be at least 1")

    gc.collect()
    before, memory_before = inkface.__ledger__(), memory()
    try:
        face, unnamed, calls = play(options.drawing, options.events, options.output, options.leaky)
    except (OSError, ValueError) as error:
        sys.exit(f"{options.drawing}: {error}" if isinstance(error, ValueError) else str(error))
    # Nothing is unwired: the collector alone takes the cycles apart.
    gc.collect()
    memory_after, after, change = memory(), inkface.__ledger__(), inkface.__ledger__(before)

    print(f"memory         {memory_before:.1f} MiB before, {memory_after:.1f} MiB after")
    print(f"live handles   {sum(before.values())} before:", *ledger(before), sep="\n")
    print(f"live handles   {sum(after.values())} after:", *ledger(after), sep="\n")
    faults = []
    if unnamed:
        faults.append(f"{unnamed} references of the face at birth have no named holder")
    if calls * 2 < options.events:
        faults.append(f"only {calls:,} handlers were called")
    if change:
        faults.append("handles were left alive:\n" + "\n".join(ledger(change)))
    if face() is not None:
        faults.append("the face is still alive")
    if alive := {name: count for name, count in inkface.live_counts().items() if count}:
        faults.append(f"the C library still has {alive}")
    for fault in faults:
        print(f"FAULT          {fault}")
    if not faults:
        print("left alive     nothing")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
