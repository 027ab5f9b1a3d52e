"""Drawings that are refused, and arguments that make no sense."""

import inkface


def refused(kind, call, *arguments):
    try:
        call(*arguments)
    except kind as error:
        return str(error)
    raise AssertionError("it was taken")


def step():
    assert "none.svg" in refused(FileNotFoundError, inkface.loadsvg, "/nowhere/none.svg")
    assert refused(ValueError, inkface.loadsvg, __file__)
    assert refused(ValueError, inkface.canvas, 0, 0)
    canvas = inkface.canvas(8, 8)
    assert "expected dict" in refused(TypeError, canvas.register_elements, [canvas])
    assert refused(TypeError, setattr, canvas, "onTimer", 3)
