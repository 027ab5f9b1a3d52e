"""Runs each function of one module under callgrind, for two numbers of calls.

    python -S -s drive.py FOLDER MODULE FEW MANY
    python -S -s drive.py FOLDER MODULE sizes -

What it prints, one line for each measurement, is in the order of the dumps: function, case, number of calls.
"""

import gc
import importlib
import sys
from functools import partial

folder, name, few, many = sys.argv[1:]
sys.path.insert(0, folder)
import bench_mark  # noqa: E402

module = importlib.import_module(name)
NUMBERS = [1000 + 7 * n for n in range(100)]
TEXT = "".join(chr(97 + n % 26) for n in range(100))
ANSWERS = {"sum_list": sum(NUMBERS), "sum_vec": sum(NUMBERS), "sum_iter": sum(NUMBERS), "sum_each": sum(NUMBERS),
           "sum_handles": sum(NUMBERS),
           "make_list": NUMBERS,
           "make_dict": {1000 + n: 2000 + 7 * n for n in range(100)},
           "make_named": {"key%03d" % n: 2000 + 7 * n for n in range(100)}, "take_str": 100, "take_bytes": 100,
           "take_str_named": 100, "take_bytes_named": 100}

# What each function is given: the name of the case, and what makes the argument of one call.
CASES = [
    ("nothing", None, None),
    ("ignore", "list", lambda: NUMBERS),
    ("sum_list", "list", lambda: NUMBERS),
    ("sum_vec", "list", lambda: NUMBERS),
    ("sum_iter", "list", lambda: NUMBERS),
    ("sum_iter", "list iterator", lambda: iter(NUMBERS)),
    ("sum_iter", "generator", lambda: (n for n in NUMBERS)),
    ("sum_each", "list", lambda: NUMBERS),
    ("sum_each", "list iterator", lambda: iter(NUMBERS)),
    ("sum_handles", "list", lambda: NUMBERS),
    ("sum_handles", "list iterator", lambda: iter(NUMBERS)),
    ("make_list", None, None),
    ("make_dict", None, None),
    ("make_named", None, None),
    ("take_str", "str", lambda: TEXT),
    ("give_str", None, None),
    ("take_bytes", "bytes", lambda: TEXT.encode()),
    ("give_bytes", None, None),
    ("ignore_named", "list", lambda: NUMBERS),
    ("take_str_named", "str", lambda: TEXT),
    ("take_bytes_named", "bytes", lambda: TEXT.encode()),
]

# What is done with a class, and with an instance of it, here `f` and `argument`.
USES = [
    ("construct", lambda kind: 7, "f(argument, 2)"),
    ("construct subclass", lambda kind: 7, "sub(argument, 2)"),
    ("let go of", lambda kind: [kind(7, 2)], "argument.clear()"),
    ("get", lambda kind: kind(7, 2), "argument.x"),
    ("set", lambda kind: kind(7, 2), "argument.x = 7"),
    ("method", lambda kind: kind(7, 2), "argument.total()"),
    ("method of two", lambda kind: kind(7, 2), "argument.plus(other)"),
    ("method of itself twice", lambda kind: kind(7, 2), "argument.plus(argument)"),
]
CASES = [(function, case, make, None) for function, case, make in CASES]
CASES += [("Point", case, partial(make, module.Point), use) for case, make, use in USES]
# Elsewhere there is no state word.
module.Guarded = getattr(module, "Guarded", module.Point)
CASES += [("Guarded", case, partial(make, module.Guarded), use) for case, make, use in USES
          if case != "construct subclass"]
CASES += [("Pair", case, partial(make, module.Pair), use) for case, make, use in USES
          if case not in ("set", "construct subclass", "method of itself twice")]


# What is there in one module alone, after what is in all of them.
ALONE = [name for name in ("PairKept", "Link", "LinkKept") if hasattr(module, name)]
CASES += [(name, "construct", lambda: 7, "f(argument, 2)") for name in ALONE]


class Sub(module.Point):
    """A class of Python's over it."""


def loop(argument, use):
    """A loop of its own for each function: the interpreter specialises the call in place."""
    scope = {}
    call = use or ("f()" if argument is None else "f(argument)")
    exec(f"def run(f, sub, other, arguments):\n    for argument in arguments:\n        {call}", scope)
    return scope["run"]


def check(function, argument):
    result = getattr(module, function)(*([] if argument is None else [argument()]))
    if function in ANSWERS:
        assert result == ANSWERS[function], (function, result)
    elif function.startswith("give"):
        assert len(result) == 100, (function, result)


def check_point():
    point, sub, pair = module.Point(7, y=2), Sub(x=3, y=4), module.Pair(5, 2)
    point.x = 5
    assert (point.x, point.y, point.total(), sub.total()) == (5, 2, 7, 7) == (pair.x, pair.y, pair.total(), 7)
    for one in point, pair:
        assert one.plus(one).total() == 14 and type(one.plus(one)) is type(one)


def check_alone():
    for name in ALONE:
        kind = getattr(module, name)
        for x in range(100):
            live = [kind(x, y) for y in range(20)]
            assert [(one.x, one.y) for one in live] == [(x, y) for y in range(20)]


if few == "sizes":
    for name in "Point", "Guarded", "Pair":
        print(name, sys.getsizeof(getattr(module, name)(7, 2)), sep="\t")
    sys.exit()
gc.disable()
check_point()
check_alone()
for function, case, argument, use in CASES:
    if use is None:
        check(function, argument)
    run, called = loop(argument, use), getattr(module, function)
    make = argument if argument is not None else lambda: None
    other = called(7, 2) if use else None
    run(called, Sub, other, [make() for _ in range(200)])
    for calls in (int(few), int(many)):
        arguments = [make() for _ in range(calls)]
        bench_mark.begin()
        run(called, Sub, other, arguments)
        bench_mark.end(function)
        del arguments
        print(function, case or "", calls, sep="\t")
