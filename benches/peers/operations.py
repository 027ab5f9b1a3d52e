"""What is measured: each operation with what makes its arguments, the statement, and what shows that it does what it should.

In a statement `m` is the module, `Sub` a subclass of its `Point` that Python wrote, `a` an argument of its own for each call.
An operation's `arguments` makes those of a number of calls; its `check` gets the module and asserts.
"""

import gc
import weakref

NUMBERS = [1000 + 7 * n for n in range(100)]
SUM = sum(NUMBERS)
TEXT = "".join(chr(97 + n % 26) for n in range(100))


def nothing(m, count):
    return [None] * count


def same(value):
    return lambda m, count: [value] * count


def fresh(make):
    return lambda m, count: [make(m) for _ in range(count)]


def instance(m, count):
    """The same one each time: of many, the time would be that of reading them from memory."""
    return [m.Point(3.0, 4.0)] * count


def identity(x):
    return x


def equals(statement, value):
    def check(m):
        assert eval(statement, {"m": m, "identity": identity}) == value, statement
    return check


def raises(statement, kind, text=""):
    def check(m):
        try:
            eval(statement, {"m": m})
        except Exception as error:
            assert type(error) is kind and text in str(error), (statement, error)
        else:
            raise AssertionError(f"{statement} raises nothing")
    return check


def attempt(statement, kind):
    return f"try: {statement}\n        except {kind}: pass"


def point(m):
    one = m.Point(3, 4.0)
    assert type(one) is m.Point and (one.x, one.y, one.norm()) == (3.0, 4.0, 25.0)
    one.x = 1
    assert m.Point(x=1.0, y=4.0).norm() == one.norm() == 17.0
    for wrong in ("one.y = 1.0", "one.x = 'a'", "m.Point(1.0)", "m.Point(1.0, 'a')", "m.Point(1.0, 2.0, z=3)"):
        try:
            exec(wrong, {"one": one, "m": m})
        except (TypeError, AttributeError):
            continue
        raise AssertionError(f"{wrong} raises nothing")


def subclass(m):
    class Sub(m.Point):
        pass
    one = Sub(3.0, y=4.0)
    one.more = 1
    assert type(one) is Sub and (one.x, one.norm(), one.plus(one).x) == (3.0, 25.0, 6.0)


def plus(m):
    one = m.Point(1.0, 2.0).plus(m.Point(3.0, 4.0))
    assert type(one) is m.Point and (one.x, one.y) == (4.0, 6.0)
    raises("m.Point(1.0, 2.0).plus(1)", TypeError)(m)


def holder(m):
    value, other = object(), object()
    one = m.Holder(value)
    assert one.value is value and m.Holder(value=other).value is other
    one.value = other
    assert one.value is other


def collected(m):
    """A cycle through an instance goes, whoever wrote the class."""
    class Noticed:
        pass
    noticed, one = Noticed(), m.Holder(None)
    one.value, gone = [one, noticed], weakref.ref(noticed)
    del noticed, one
    gc.collect()
    assert gone() is None, "a cycle is not collected"


OPERATIONS = [
    ("no-op", nothing, "m.nothing()", equals("m.nothing()", None)),
    ("int + int", same(7), "m.add(a, 5)", equals("m.add(1 << 40, -5)", (1 << 40) - 5)),
    ("defaults", same(7), "m.scaled(a)", equals("m.scaled(7)", 17)),
    ("keywords", same(7), "m.scaled(a, z=5)", equals("m.scaled(7, z=5), m.scaled(z=1, y=2, x=3)", (19, 7))),
    ("length of a str", same(TEXT), "m.length(a)", equals("m.length('déjà'), m.length('')", (6, 0))),
    ("make a str", nothing, "m.text()", equals("len(m.text()), m.text()[:3]", (100, "All"))),
    ("sum a list", same(NUMBERS), "m.sum_list(a)", equals(f"m.sum_list({NUMBERS})", SUM)),
    ("sum a tuple", same(tuple(NUMBERS)), "m.sum_tuple(a)", equals(f"m.sum_tuple({tuple(NUMBERS)})", SUM)),
    ("sum a generator", fresh(lambda m: (n for n in NUMBERS)), "m.sum_iter(a)", equals(f"m.sum_iter(n for n in {NUMBERS})", SUM)),
    ("make a list", nothing, "m.make_list()", equals("m.make_list()", NUMBERS)),
    ("make a dict", nothing, "m.make_dict()", equals("m.make_dict()", {1000 + n: 2000 + 7 * n for n in range(100)})),
    ("construct", nothing, "m.Point(3.0, 4.0)", point),
    ("construct a subclass", nothing, "Sub(3.0, 4.0)", subclass),
    ("get", instance, "a.x", point),
    ("set", instance, "a.x = 5.0", point),
    ("method", instance, "a.norm()", point),
    ("method of instances", instance, "a.plus(b)", plus),
    # The list that it is in is all that holds it.
    ("drop", fresh(lambda m: [m.Point(3.0, 4.0)]), "a.clear()", point),
    ("hold: construct", same(NUMBERS), "m.Holder(a)", holder),
    ("hold: get", lambda m, count: [m.Holder(NUMBERS)] * count, "a.value", holder),
    ("hold: set", lambda m, count: [m.Holder(NUMBERS)] * count, "a.value = b", collected),
    ("callback, ten calls", same(identity), "m.apply(a, 10)", equals("m.apply(identity, 10)", 45)),
    ("raise", nothing, attempt("m.fail()", "ValueError"), raises("m.fail()", ValueError, "it failed")),
    ("wrong type", same("7"), attempt("m.add(a, 5)", "TypeError"), raises("m.add('7', 5)", TypeError)),
]


def loop(statement):
    """A function of its own for each operation and module: the interpreter specialises what it calls in place."""
    scope = {}
    exec(f"def run(m, Sub, b, arguments):\n    for a in arguments:\n        {statement}", scope)
    return scope["run"]


class Case:
    """One operation of one module, ready to run."""

    def __init__(self, module, operation):
        self.name, self.arguments, statement, _ = operation
        self.module, self.b, self.run_loop = module, module.Point(1.0, 2.0), loop(statement)
        self.Sub = type("Sub", (module.Point,), {})

    def prepared(self, calls):
        arguments = self.arguments(self.module, calls)
        return lambda: self.run_loop(self.module, self.Sub, self.b, arguments)


def chosen(only):
    found = [operation for operation in OPERATIONS if only in ("", operation[0])]
    assert found, f"no operation is called {only!r}"
    return found


def check(module):
    for _, _, _, shows in OPERATIONS:
        shows(module)
