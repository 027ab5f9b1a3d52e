"""A panic in an extension module is an exception, and nothing else: it is not printed where Python code has called.

Built in the dev profile, where a sum that is too large panics.
"""

import gc
import os
import sys
import tempfile
import threading

import everything


def overflow():
    return everything.positional(2**63 - 1, 1, 0)


def detached():
    return everything.detached(2**63 - 1, 1)


def raised(call):
    try:
        call()
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    raise AssertionError("nothing was raised")


def printed(call):
    """What it gives, and what is written to the process's standard error meanwhile."""
    sys.stderr.flush()
    kept = os.dup(2)
    with tempfile.TemporaryFile() as file:
        os.dup2(file.fileno(), 2)
        try:
            said = raised(call)
        finally:
            os.dup2(kept, 2)
            os.close(kept)
        file.seek(0)
        return said, file.read().decode()


def on_a_thread(call):
    found = []
    thread = threading.Thread(target=lambda: found.append(printed(call)))
    thread.start()
    thread.join()
    return found[0]


def called():
    return max([1], key=lambda _: overflow())


for said, error in (*map(printed, (overflow, called, detached)), *map(on_a_thread, (overflow, detached))):
    assert said.startswith("PanicError: attempt to add with overflow (at ") and "functions.rs:" in said, said
    assert error == "", error

gc.collect()
if hasattr(sys, "gettotalrefcount"):
    before = sys.gettotalrefcount()
    for _ in range(100):
        raised(overflow)
        raised(detached)
    assert sys.gettotalrefcount() - before < 50, sys.gettotalrefcount() - before
