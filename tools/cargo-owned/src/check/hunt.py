"""Calls an expression many times and says what grows: `hunt.py MODULE [EXPRESSION]`.

Without an expression it only says from which file the module is imported. Exit codes: 0 nothing grows; 1 something does;
2 the module cannot be imported, or the expression has no value.

A batch that leaves something can be a cache that has grown; a leak is what *every* batch leaves.
"""

import array
import contextlib
import gc
import importlib
import sys
import time
import types

EXACT = hasattr(sys, "gettotalrefcount")
"""Whether this Python counts all references. Where it does not, blocks come and go by the dozen, and a leak is what leaves
one in more than half of the calls. So it is with references to objects that all use, as `None`."""

ROUNDS, ALLOWED, BATCHES = (10, 0, 4) if EXACT else (50, 25, 24)

LATER, LONGEST = 4000, 10
"""How many calls later it is looked at again, and after how many seconds at the latest."""


def raises(kind, function, *args, **kwargs):
    """What a call that must fail leaves: `raises(TypeError, module.function, 3)`."""
    try:
        function(*args, **kwargs)
    except kind:
        return
    raise AssertionError(f"{kind} was not raised")


class Nowhere:
    """What is printed thousands of times is for nobody. A file would gather it for a while, which looks like a leak."""

    def write(self, text):
        return len(text)

    def flush(self):
        pass


def count_malloc():
    """A function that says how many bytes `malloc` has given out, where the C library says so: what Rust allocates."""
    try:
        import ctypes

        class Info(ctypes.Structure):
            _fields_ = [(f"field{at}", ctypes.c_size_t) for at in range(10)]

        mallinfo2 = ctypes.CDLL(None).mallinfo2
    except (ImportError, OSError, AttributeError, TypeError):
        return None
    mallinfo2.restype = Info

    def count():
        info = mallinfo2()
        return info.field7 + info.field4  # in use, and in use by maps of their own

    return count


def watched(module, code, result):
    """Objects that live on, whose counts show a lost reference on every build of Python, by what they are called."""
    found = {}
    for each in (None, True, False, NotImplemented, "", b"", (), 0, 1, *code.co_consts):
        if not isinstance(each, types.CodeType):
            found[id(each)] = (repr(each)[:60], each)
    for name, each in vars(module).items():
        found.setdefault(id(each), (f"{module.__name__}.{name}", each))
    found.setdefault(id(type(result)), (type(result).__qualname__, type(result)))
    return list(found.values())


def settle():
    gc.collect()
    # Names that are looked up are kept by address: what is held would grow by chance.
    clear = getattr(sys, "_clear_internal_caches", None) or getattr(sys, "_clear_type_cache", None)
    if clear is not None:
        clear()


class Counter:
    """Something that may grow: how it is called, how much a batch may leave, and how many batches may leave no more."""

    __slots__ = ("name", "allowed", "spared", "count")

    def __init__(self, name, allowed, count, spared=0):
        self.name = name
        self.allowed = allowed
        self.count = count
        self.spared = spared


def counters(objects, with_totals):
    """All that is counted."""
    found = [Counter(f"references to {name}", ROUNDS // 2, lambda each=each: sys.getrefcount(each)) for name, each in objects]
    malloc = count_malloc()
    if malloc is not None:
        # Now and then a batch lets go of as much as it leaves: tables that the interpreter keeps there shrink, too.
        found.append(Counter("bytes of memory outside of Python's", 8 * ROUNDS, malloc, BATCHES // 4))
    if with_totals and EXACT:
        found.append(Counter("references in all", ALLOWED, sys.gettotalrefcount))
    elif with_totals:
        found.append(Counter("blocks of memory", ALLOWED, sys.getallocatedblocks))
    return found


def look(call, counted):
    """How much what grows has grown per call, by its name. Numbers are kept in arrays: a list of them would be counted."""
    size = len(counted)
    before, now, grown, flat = (array.array("q", [0] * size) for _ in range(4))

    def read(into):
        at = 0
        for counter in counted:
            into[at] = counter.count()
            at += 1

    def batch():
        for _ in range(ROUNDS):
            call()
        settle()

    for _ in range(2):  # What is made once is made now, by us as well.
        batch()
        read(now)
    for _ in range(BATCHES):
        read(before)
        batch()
        read(now)
        for at in range(size):
            grown[at] += now[at] - before[at]
            flat[at] += now[at] - before[at] <= counted[at].allowed
        if all(flat[at] > counted[at].spared for at in range(size)):
            break
    calls = BATCHES * ROUNDS
    return {counted[at].name: grown[at] / calls for at in range(size) if flat[at] <= counted[at].spared}


def hunt(call, objects, with_totals):
    """What grows, in words. Caches of some hundred entries are full when it is looked at again."""
    counted = counters(objects, with_totals)
    found = look(call, counted)
    if found:
        until = time.monotonic() + LONGEST
        for _ in range(LATER):
            if time.monotonic() > until:
                break
            call()
        again = look(call, counted)
        found = {name: again[name] for name in found if name in again}
    return [f"{slope:.2g} more {name} per call" for name, slope in found.items()]


def main(name, expression=None):
    names = {"raises": raises}
    exec(f"import {name}", names)
    module = importlib.import_module(name)
    if expression is None:
        print(module.__file__)
        return 0
    code = compile(expression, "<hunt>", "eval")

    def call():
        return eval(code, names)

    with contextlib.redirect_stdout(Nowhere()):
        objects = watched(module, code, call())
        try:
            import owned_debug
        except ImportError:
            owned_debug = None
        found = hunt(call, objects, owned_debug is None)
        if owned_debug is not None:
            found += [str(leak) for leak in owned_debug.hunt(call).leaks]
    print("\n".join(found))
    return 1 if found else 0


if __name__ == "__main__":
    try:
        ended = main(*sys.argv[1:])
    except BaseException as error:  # SystemExit as well, which would say that all is well.
        print(f"{type(error).__name__}: {error}")
        ended = 2
    sys.exit(ended)
