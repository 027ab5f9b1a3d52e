"""A panic in an extension module is an exception, and nothing else: it is not printed where Python code has called.

Built in the dev profile, where a sum that is too large panics.
"""

import gc
import os
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

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

# With OWNED_TRACEBACK a traceback names the lines of Rust: where an error was made, and where it came from Python.
SOURCE = """
import everything
def calls(): raise KeyError('of Python')
def told(call, *args):
    try: call(*args)
    except Exception as error:
        entries, trace = [], error.__traceback__
        while trace is not None:
            entries.append((trace.tb_frame.f_code.co_filename, trace.tb_lineno, trace.tb_frame.f_code.co_name))
            trace = trace.tb_next
        return type(error).__name__, entries
for name, entries in (told(everything.returns_result, 'x'), told(everything.callback, calls, None), told(everything.nothing, 1)):
    print(name, [name for *_, name in entries], [(file.rpartition('/')[2], line) for file, line, _ in entries if file.endswith('.rs')])
"""


def with_tracebacks(value):
    environment = {**os.environ, "OWNED_TRACEBACK": value}
    command = [sys.executable, "-c", SOURCE]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout.splitlines()


def line_of(text):
    source = Path(__file__).parent.parent.joinpath("src/functions.rs").read_text().splitlines()
    return next(number for number, line in enumerate(source, 1) if text in line)


# The stable ABI makes no frames.
if ".abi3." in everything.__file__:
    assert with_tracebacks("1") == with_tracebacks("0")
else:
    made, raised_by_python, of_the_library = with_tracebacks("1")
    assert made == f"ValueError ['told', '<Rust>'] [('functions.rs', {line_of('not a number')})]", made
    called = f"KeyError ['told', '<Rust>', 'calls'] [('functions.rs', {line_of('function.call(())')})]"
    assert raised_by_python == called, raised_by_python
    assert of_the_library.startswith("TypeError ['told', '<Rust>'] "), of_the_library
for off in "0", "":
    assert [line.partition(" [")[2] for line in with_tracebacks(off)] == ["'told'] []", "'told', 'calls'] []", "'told'] []"]
