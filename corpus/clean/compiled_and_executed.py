"""Sources that differ in each call, compiled and executed in a namespace of their own."""

import itertools

NUMBERS = itertools.count()


def step():
    number = next(NUMBERS)
    source = f"def function(x):\n    return [x] * {number % 7}, 'text {number}'\n"
    namespace = {}
    exec(compile(source, f"<source {number}>", "exec"), namespace)
    items, text = namespace["function"](1)
    assert len(items) == number % 7 and eval("text[5:]", {"text": text}) == str(number)
