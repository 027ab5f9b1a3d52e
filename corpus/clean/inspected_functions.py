"""Signatures and sources of functions, and the members of objects."""

import inspect


def target(first, /, second: int = 2, *rest, named=None, **others) -> list:
    return [first, second, rest, named, others]


def step():
    signature = inspect.signature(target)
    bound = signature.bind(1, 2, 3, named=4, other=5)
    bound.apply_defaults()
    assert target(*bound.args, **bound.kwargs)[2] == (3,)
    assert inspect.getfullargspec(target).varkw == "others"
    assert dict(inspect.getmembers(target, inspect.iscode))["__code__"] is target.__code__
    frame = inspect.currentframe()
    assert inspect.getframeinfo(frame, context=0).function == "step"
