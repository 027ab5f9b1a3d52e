"""Runs each operation of one implementation of lru-dict, under callgrind or by the clock.

    python -S -s drive.py FILE instructions FOLDER FEW MANY
    python -S -s drive.py FILE OTHER times ROUNDS CALLS

FILE is the extension module `_lru`; `bench_mark` is in FOLDER. With `instructions` each line that is printed is of one dump: operation, kind of keys,
number of calls. With `times` it is of one operation: the least nanoseconds of a call, of both files, taken in turns.
"""

import gc
import importlib.util
import sys
import time


def load(path):
    spec = importlib.util.spec_from_file_location("_lru", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.LRU


def texts(start, count):
    """Made at run time, so not interned."""
    return ["key%07d" % n for n in range(start, start + count)]


def numbers(start, count):
    """Beyond what Python keeps one object of."""
    return [1000 + n for n in range(start, start + count)]


def filled(kind, keys, size=None, **more):
    cache = kind(size or max(len(keys), 1), **more)
    for key in keys:
        cache[key] = key
    return cache


def evicted(key, value):
    pass


SOME = 100


def hits(kind, make, calls):
    """As many lookups as there are keys or more, each of a key that is there: an object of its own if it is an int."""
    cache = filled(kind, make(0, SOME))
    again = list(cache.keys()) if make is texts else None
    return cache, [key for _ in range(calls // SOME + 1) for key in again or make(0, SOME)][:calls]


def equal(kind, make, calls):
    """The same with keys that are never the object in the cache."""
    return filled(kind, make(0, SOME)), [key for _ in range(calls // SOME + 1) for key in make(0, SOME)][:calls]


def misses(kind, make, calls):
    return filled(kind, make(0, SOME)), make(SOME, calls)


def room(kind, make, calls):
    return filled(kind, make(0, SOME), 10 * calls + SOME), make(SOME, calls)


def each_once(kind, make, calls):
    keys = make(0, calls)
    return filled(kind, keys), keys


def with_callback(kind, make, calls):
    return filled(kind, make(0, SOME), callback=evicted), make(SOME, calls)


def whole(kind, make, calls):
    return filled(kind, make(0, SOME)), [None] * calls


def one_dict(kind, make, calls):
    """The same one each time: of many, the time would be that of reading them from memory."""
    return filled(kind, make(0, SOME)), [dict.fromkeys(make(0, SOME))] * calls


def fresh_dicts(kind, make, calls):
    return filled(kind, make(0, SOME)), [dict.fromkeys(make(SOME * (n + 1), SOME)) for n in range(calls)]


def gone(kind, make, calls):
    """Full caches, each the only item of a list."""
    return None, [[filled(kind, make(0, SOME))] for _ in range(calls)]


# What is done (`k` is a key or what else `make` gives), with what, with which keys.
BOTH = (texts, numbers)
OPERATIONS = [
    ("c[k], there", "c[k]", hits, BOTH),
    ("c[k], equal", "c[k]", equal, (texts,)),
    ("c[k], not there", "try: c[k]\n        except KeyError: pass", misses, BOTH),
    ("c.get(k), there", "c.get(k)", hits, BOTH),
    ("c.get(k), not there", "c.get(k)", misses, BOTH),
    ("k in c, there", "k in c", hits, BOTH),
    ("k in c, not there", "k in c", misses, BOTH),
    ("c.has_key(k)", "c.has_key(k)", hits, (texts,)),
    ("c[k] = k, evicting", "c[k] = k", misses, BOTH),
    ("c[k] = k, with room", "c[k] = k", room, BOTH),
    ("c[k] = k, there", "c[k] = k", hits, BOTH),
    ("evicting, callback", "c[k] = k", with_callback, BOTH),
    ("c.setdefault(k, k), there", "c.setdefault(k, k)", hits, (texts,)),
    ("c.setdefault(k, k), new", "c.setdefault(k, k)", misses, (texts,)),
    ("del c[k]", "del c[k]", each_once, BOTH),
    ("c.pop(k)", "c.pop(k)", each_once, BOTH),
    ("c.popitem()", "c.popitem()", each_once, (texts,)),
    ("c.peek_first_item()", "c.peek_first_item()", whole, (texts,)),
    ("c.keys(), 100", "c.keys()", whole, (texts,)),
    ("c.values(), 100", "c.values()", whole, (texts,)),
    ("c.items(), 100", "c.items()", whole, (texts,)),
    ("c.update(k), 100 there", "c.update(k)", one_dict, BOTH),
    ("c.update(k), 100 new", "c.update(k)", fresh_dicts, BOTH),
    ("len(c)", "len(c)", whole, (texts,)),
    ("repr(c), 100", "repr(c)", whole, (texts,)),
    ("LRU(10), dropped", "LRU(10)", whole, (texts,)),
    ("LRU of 100, dropped", "k.clear()", gone, (texts,)),
]


def loop(statement):
    """A function of its own for each: the interpreter specialises what it calls in place."""
    scope = {}
    exec(f"def run(LRU, c, arguments):\n    for k in arguments:\n        {statement}", scope)
    return scope["run"]


def all_cases():
    for name, statement, make, keys in OPERATIONS:
        for kind in keys:
            yield name, kind, statement, make


def instructions(kind, few, many):
    import bench_mark

    for name, keys, statement, make in all_cases():
        run = loop(statement)
        run(kind, *make(kind, keys, 200))
        for calls in (few, many):
            cache, arguments = make(kind, keys, calls)
            bench_mark.begin()
            run(kind, cache, arguments)
            bench_mark.end(name)
            del cache, arguments
            print(name, keys.__name__, calls, sep="\t")


def timed(kinds, rounds, calls):
    for name, keys, statement, make in all_cases():
        run, least = loop(statement), [float("inf")] * len(kinds)
        calls_now = calls // 10 if "100" in name else calls
        for _ in range(rounds):
            for at, kind in enumerate(kinds):
                cache, arguments = make(kind, keys, calls_now)
                start = time.perf_counter_ns()
                run(kind, cache, arguments)
                least[at] = min(least[at], (time.perf_counter_ns() - start) / calls_now)
                del cache, arguments
        print(name, keys.__name__, *(f"{one:.1f}" for one in least), sep="\t")


def main(file, *rest):
    gc.disable()
    if rest[0] == "instructions":
        sys.path.insert(0, rest[1])
        instructions(load(file), int(rest[2]), int(rest[3]))
    else:
        timed([load(file), load(rest[0])], int(rest[2]), int(rest[3]))


main(*sys.argv[1:])
