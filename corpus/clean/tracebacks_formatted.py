"""Tracebacks are taken apart and written out, with the values of the frames."""

import traceback


def divide(values, by):
    total = sum(values)
    return total / by


def step():
    try:
        divide([1, 2, 3], 0)
    except ZeroDivisionError as error:
        told = traceback.TracebackException.from_exception(error, capture_locals=True)
        text = "".join(told.format())
        stack = traceback.extract_tb(error.__traceback__)
    assert "ZeroDivisionError" in text and stack[-1].name == "divide"
    assert traceback.extract_stack()[-1].name == "step"
