"""The ledger's books after any sequence of events, against a slow model that keeps them as its comments say."""

import json
import sys
from pathlib import Path

import pytest
import track_ways

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the ledger listens to a program on Linux alone")

FUNCTIONS, WAYS, KEPT = 4, 5, 12
"""Together more lines than are kept of one object."""

FUNCTION = """
static PyObject *f{number}(PyObject *module, PyObject *args)
{{
    PyObject *object;
    int way;
    if (!PyArg_ParseTuple(args, "Oi", &object, &way)) {{
        return NULL;
    }}
    seen = (long)Py_REFCNT(object);
    switch (way) {{
{cases}
    }}
    if (way >= {ways} && way < 2 * {ways}) {{
        return object;
    }}
    return (Py_INCREF)(Py_None), Py_None;
}}
"""

MODULE = """
#include <Python.h>
static long seen;
{functions}
static PyObject *last(PyObject *module, PyObject *none) {{ return PyLong_FromLong(seen); }}
static PyMethodDef methods[] = {{ {methods} {{"last", last, METH_NOARGS, NULL}}, {{NULL, NULL, 0, NULL}}}};
static struct PyModuleDef definition = {{PyModuleDef_HEAD_INIT, .m_name = "books", .m_size = -1, .m_methods = methods}};
PyMODINIT_FUNC PyInit_books(void) {{ return PyModule_Create(&definition); }}
"""

PROGRAM = """
import json, sys
from random import Random
from owned_debug.track import compiling
ledger = compiling.load()
ledger.start(probe=False)
import books
FUNCTIONS, WAYS, seed = map(int, sys.argv[1:])
random = Random(seed)
functions = [getattr(books, f"f{number}") for number in range(FUNCTIONS)]
class Thing: pass
make = [Thing, lambda: {1}, lambda: "text %d" % random.getrandbits(60), lambda: bytes(random.randrange(9, 99))]
things, owed, held, told = [make[at]() for at in range(4)], [0] * 4, [[] for _ in range(4)], []
for _ in range(4000):
    at = random.randrange(4)
    lucky = random.choice([1, 2, WAYS])
    what = random.random()
    number, way = random.randrange(FUNCTIONS), random.randrange(lucky)
    if what < 0.35:
        functions[number](things[at], way)
        owed[at] += 1
    elif what < 0.5:
        way += WAYS
        held[at].append(functions[number](things[at], way))
    elif what < 0.9 and owed[at]:
        way += 2 * WAYS
        functions[number](things[at], way)
        owed[at] -= 1
    elif what < 0.95:
        del held[at][random.randrange(len(held[at]) + 1):]
        continue
    elif what > 0.99 and not owed[at]:
        held[at].clear()
        del things[at]
        things.insert(at, make[at]())
        told.append([at, "dies", 0, 0])
        continue
    else:
        continue
    told.append([at, number, way, books.last()])
print(json.dumps([told, ledger.lines()]))
"""


class Books:
    """What is open of one object: `[line, count]` each, the latest first."""

    def __init__(self) -> None:
        self.open: list[list[int]] = []

    def drop_oldest(self, counts: dict[int, list[int]], references: int) -> None:
        for each in reversed(self.open):
            gone = min(each[1], max(0, sum(count for _, count in self.open) - references))
            each[1] -= gone
            counts[each[0]][2] += gone

    def acquire(self, counts: dict[int, list[int]], line: int, references: int) -> None:
        former = [each for each in self.open if each[0] == line]
        if not former and len(self.open) == KEPT:
            empty = [each for each in self.open if each[1] == 0]
            out = (empty or self.open)[-1]
            counts[out[0]][2] += out[1]
            self.open.remove(out)
        self.open = [[line, 1 + sum(count for _, count in former)], *(each for each in self.open if each[0] != line)]
        counts[line][0] += 1
        self.drop_oldest(counts, references)

    def release(self, counts: dict[int, list[int]], line: int, references: int, function: dict[int, int]) -> None:
        counts[line][3] += 1
        self.drop_oldest(counts, references)
        some = [each for each in self.open if each[1] != 0]
        own = [each for each in some if function[each[0]] == function[line]]
        if some:
            chosen = (own or some)[0]
            chosen[1] -= 1
            counts[chosen[0]][1] += 1

    def close(self, counts: dict[int, list[int]]) -> None:
        for line, count in self.open:
            counts[line][2] += count
        self.open = []


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the module: each way of a function is a line of its own."""
    folder = tmp_path_factory.mktemp("books")
    functions = []
    for number in range(FUNCTIONS):
        cases = [f"    case {way}: {'Py_INCREF' if way < 2 * WAYS else 'Py_DECREF'}(object); break;" for way in ways()]
        functions.append(FUNCTION.format(number=number, ways=WAYS, cases="\n".join(cases)))
    methods = "".join(f'{{"f{number}", f{number}, METH_VARARGS, NULL}},' for number in range(FUNCTIONS))
    source = folder / "books.c"
    source.write_text(MODULE.format(functions="".join(functions), methods=methods))
    track_ways.build(folder, source, "books")
    return folder


def ways() -> range:
    """A function acquires in the first, acquires and returns in the next, and gives up in the last."""
    return range(3 * WAYS)


@pytest.mark.parametrize("seed", range(6))
def test_the_books_are_those_of_the_model(books: Path, seed: int) -> None:
    done = track_ways.python(books, "-c", PROGRAM, str(FUNCTIONS), str(WAYS), str(seed))
    assert done.returncode == 0, done.stderr
    told, rows = json.loads(done.stdout)
    lines = (books / "books.c").read_text().splitlines()
    first = [at + 1 for at, line in enumerate(lines) if line.startswith("    case 0:")]
    function = {first[number] + way: number for number in range(FUNCTIONS) for way in ways()}
    counts = {line: [0, 0, 0, 0] for line in function}
    objects = [Books() for _ in range(4)]
    for at, number, way, references in told:
        if number == "dies":
            objects[at].close(counts)
        elif way < 2 * WAYS:
            objects[at].acquire(counts, first[number] + way, references + 1)
        else:
            objects[at].release(counts, first[number] + way, references, function)
    found = {row[2]: row[5:9] for row in rows if row[2] in function}
    assert len(told) > 2000
    assert found == {line: each for line, each in counts.items() if any(each)}
