"""What the tests of special methods compare with: the same done to a class of Rust and to its twin in Python."""
import gc, operator, sys, weakref


def outcome(call):
    """What a call gives: its result, or the type of what it raises."""
    try:
        return call()
    except Exception as error:
        return type(error)


def compare(call, mine, twin):
    """Asserts that `call` gives the same of both."""
    found, expected = outcome(lambda: call(mine)), outcome(lambda: call(twin))
    assert found == expected, f"{found!r} is not {expected!r}"
    return found


def raised(call, *args, **kwargs):
    try:
        result = call(*args, **kwargs)
    except BaseException as error:
        return f"{type(error).__name__}: {error}"
    raise AssertionError(f"returned {result!r}")


def same(found, expected):
    assert found == expected, f"{found!r} is not {expected!r}"
