"""Nanoseconds of an operation as what it works on grows: `drive.py FOLDER…`, in which `bench_owned` and `inkface` are.

Each line that is printed has the operation, the number of items, and the nanoseconds for each of them.
"""

import gc
import sys
import tempfile
import time

sys.path[:0] = sys.argv[1:]
import bench_owned as m  # noqa: E402
import inkface  # noqa: E402

DECADES = [10**n for n in range(7)]
# One repeat lasts about as long as another, whatever the number of items is.
ITEMS = 2_000_000
ROUNDS = 5


def least(call, items):
    repeats = max(1, min(20_000, ITEMS // items // 10))
    best = float("inf")
    for _ in range(ROUNDS):
        begin = time.perf_counter_ns()
        for _ in range(repeats):
            call()
        best = min(best, (time.perf_counter_ns() - begin) / repeats)
    return best / items


def say(operation, items, nanoseconds):
    print(f"{operation}\t{items}\t{nanoseconds}", flush=True)


def conversions():
    for items in DECADES:
        numbers = list(range(items))
        entries = dict.fromkeys(numbers, 1)
        text = "a" * items
        rows = [[1.0] * 10 for _ in range(max(1, items // 10))]
        for operation, call in {
            "list to Vec": lambda: m.take_list(numbers),
            "Vec to list": lambda: m.give_list(items),
            "dict to HashMap": lambda: m.take_dict(entries),
            "HashMap to dict": lambda: m.give_dict(items),
            "str to String": lambda: m.take_text(text),
            "String to str": lambda: m.give_text(items),
            "lists to Vec<Vec>": lambda: m.take_rows(rows),
        }.items():
            say(operation, items, least(call, items))


def callbacks():
    for items in DECADES[:6]:
        handlers = [lambda: None for _ in range(items)]
        bell = m.Bell()
        begin = time.perf_counter_ns()
        ids = [bell.connect(handler) for handler in handlers]
        say("connect", items, (time.perf_counter_ns() - begin) / items)
        say("ring", items, least(bell.ring, items))
        begin = time.perf_counter_ns()
        for id in ids:
            bell.disconnect(id)
        say("disconnect", items, (time.perf_counter_ns() - begin) / items)


DRAWING = """<svg xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"
 width="4" height="4"><g inkscape:groupmode="layer" id="layer"><rect name="one" id="one" x="0" y="0" width="4" height="4"
 style="fill:#ff0000"/></g></svg>"""


def elements():
    """A square of elements beside each other."""
    with tempfile.NamedTemporaryFile("w", suffix=".svg") as file:
        file.write(DRAWING)
        file.flush()
        one = inkface.loadsvg(file.name)["one"]
    for items in DECADES[1:6]:
        side = round(items**0.5) + 1
        canvas, many = inkface.canvas(1024, 1024), {}
        for number in range(items):
            many[str(number)] = element = one.clone()
            element.move_to(number % side * 4, number // side * 4)
            element.onTap = id
        begin = time.perf_counter_ns()
        canvas.register_elements(many)
        say("put elements on the canvas", items, (time.perf_counter_ns() - begin) / items)
        canvas.eventloop()
        taps = 200
        for number in range(taps):
            canvas.post_tap(number * 7919 % (side * 4), number * 104_729 % (side * 4))
        begin = time.perf_counter_ns()
        canvas.eventloop()
        say("find the element of a tap", items, (time.perf_counter_ns() - begin) / taps / items)
        some = list(many.values())[:: max(1, items // 50)]
        begin = time.perf_counter_ns()
        for element in some:
            element.clouds
        say("clouds of an element", items, (time.perf_counter_ns() - begin) / len(some) / items)


gc.disable()
conversions()
callbacks()
elements()
