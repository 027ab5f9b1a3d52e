"""Managers made of generators, nested, and one that swallows an exception."""

import contextlib


@contextlib.contextmanager
def part(log, name):
    log.append(name)
    try:
        yield [name, log]
    finally:
        log.append(f"{name} ended")


def step():
    log = []
    with contextlib.ExitStack() as stack:
        parts = [stack.enter_context(part(log, f"part {number}")) for number in range(5)]
        stack.push(lambda kind, error, trace: isinstance(error, LookupError))
        stack.callback(parts.clear)
        raise LookupError(parts)
    assert log[-1] == "part 0 ended" and len(log) == 10
    with contextlib.suppress(ZeroDivisionError):
        log.append(1 / 0)
