"""Examples in a docstring, found and run."""

import doctest
import io


def double(value):
    """Twice as much.

    >>> double(4)
    8
    >>> double([1])
    [1, 1]
    >>> double(None)
    Traceback (most recent call last):
    TypeError: ...
    """
    return value * 2


def step():
    finder, runner = doctest.DocTestFinder(), doctest.DocTestRunner(optionflags=doctest.ELLIPSIS)
    for test in finder.find(double, "double", globs={"double": double}):
        runner.run(test, out=io.StringIO().write)
    assert runner.tries == 3 and runner.failures == 0
