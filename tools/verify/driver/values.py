"""What a parameter gets if no probe says so, by its type; and whether a result is of the type that is said."""

import collections.abc
import contextvars
import datetime
import gc
import inspect
import os
import sys
import types
import weakref

import makers
import objects
from objects import OUT, Thing, native

MAKERS = {
    "object": Thing,
    "str": objects.text,
    "bytes": objects.data,
    "bytearray": lambda: bytearray(objects.data()),
    "int": objects.number,
    "PyLongObject": objects.number,
    "bool": lambda: True,
    "float": lambda: objects.number() + 0.5,
    "complex": lambda: complex(objects.number(), 1.5),
    "number": objects.Number,
    "list": lambda: [Thing(), Thing()],
    "tuple": lambda: (Thing(), Thing()),
    "dict": lambda: {Thing(): Thing()},
    "frozendict": lambda: types.MappingProxyType({}),
    "odict": makers.odict,
    "set": lambda: {Thing(), Thing()},
    "frozenset": lambda: frozenset({Thing(), Thing()}),
    "sequence": lambda: [Thing(), Thing()],
    "mapping": makers.mapping,
    "iterable": lambda: [Thing(), Thing()],
    "iterator": lambda: iter([Thing(), Thing()]),
    "callable": makers.function,
    "function": makers.function,
    "PyFunctionObject": makers.function,
    "builtin": lambda: objects.cases.builtin(Thing()),
    "method": makers.method,
    "instancemethod": lambda: objects.cases.instancemethod(makers.function()),
    "type": makers.klass,
    "PyTypeObject": makers.klass,
    "module": makers.module,
    "exception": makers.exception,
    "traceback": makers.traceback,
    "code": makers.code,
    "PyCodeObject": makers.code,
    "frame": makers.frame,
    "PyFrameObject": makers.frame,
    "generator": makers.generator,
    "PyGenObject": makers.generator,
    "coroutine": makers.coroutine,
    "cell": makers.cell,
    "capsule": lambda: objects.cases.capsule(b"text"),
    "slice": lambda: slice(Thing(), Thing()),
    "memoryview": lambda: memoryview(bytearray(objects.data())),
    "picklebuffer": lambda: __import__("pickle").PickleBuffer(bytearray(objects.data())),
    "date": lambda: datetime.date(2001, 2, 3),
    "time": lambda: datetime.time(1, 2, 3, 4, datetime.timezone(datetime.timedelta(hours=1))),
    "datetime": lambda: datetime.datetime(2001, 2, 3, 4, tzinfo=datetime.timezone(datetime.timedelta(hours=1))),
    "timedelta": lambda: datetime.timedelta(seconds=objects.number() % 50000),
    "timezone": lambda: datetime.timezone(datetime.timedelta(hours=1)),
    "tzinfo": lambda: datetime.timezone(datetime.timedelta(hours=1)),
    "descriptor": lambda: vars(objects.cases.c_slots_type())["made"],
    "buffer": lambda: bytearray(objects.data()),
    "weakref": makers.reference,
    "structseq": makers.structseq,
    "context": makers.context,
    "contextvar": makers.contextvar,
    "token": makers.token,
    "alias": makers.alias,
    "mappingproxy": lambda: types.MappingProxyType({Thing(): Thing()}),
    "property": lambda: property(makers.function()),
    "range": lambda: range(objects.number()),
    "PyVarObject": lambda: (Thing(), Thing()),
}

NAMES = {
    "x": Thing, "y": Thing, "z": Thing, "k": Thing, "v": Thing,
    "s": objects.text, "s2": objects.text, "b": objects.data, "c": makers.code, "n": objects.number, "n2": objects.number,
    "e": makers.exception, "f": makers.function, "T": makers.klass, "m": makers.module, "g": makers.generator,
    "attr": lambda: objects.Name("tag"),
}  # fmt: skip

CHECKS = {
    "str": str, "bytes": bytes, "bytearray": bytearray, "int": int, "bool": bool, "float": float, "complex": complex,
    "list": list, "tuple": tuple, "dict": dict, "set": set, "frozenset": frozenset, "slice": slice, "range": range,
    "type": type, "PyTypeObject": type, "module": types.ModuleType, "exception": BaseException,
    "traceback": types.TracebackType, "code": types.CodeType, "PyCodeObject": types.CodeType,
    "frame": types.FrameType, "PyFrameObject": types.FrameType, "generator": types.GeneratorType,
    "cell": types.CellType, "memoryview": memoryview, "function": types.FunctionType,
    "method": types.MethodType, "builtin": types.BuiltinFunctionType, "iterator": collections.abc.Iterator,
    "callable": collections.abc.Callable, "context": contextvars.Context, "contextvar": contextvars.ContextVar,
    "token": contextvars.Token, "mappingproxy": types.MappingProxyType, "alias": types.GenericAlias,
    "weakref": weakref.ReferenceType, "property": property, "capsule": type(objects.cases.capsule(b"")),
    "coroutine": types.CoroutineType, "date": datetime.date, "time": datetime.time, "datetime": datetime.datetime,
    "timedelta": datetime.timedelta, "timezone": datetime.timezone, "async-iterator": collections.abc.AsyncIterator,
}  # fmt: skip

NUMBERS = {
    "size": 1, "length": 1, "len": 1, "maxcount": -1, "maxsplit": -1, "high": 1, "end": 1, "start": 0, "direction": 1,
    "maxchar": 127, "op": 2, "opid": 2, "base": 10, "s": 257, "override": 1, "nargs": 1, "nargsf": 1,
}  # fmt: skip

POINTERS = {
    "PyModuleDef *": "module_def", "PyMethodDef *": "functions", "PyType_Spec *": "spec", "PyGetSetDef *": "getset",
    "PyMemberDef *": "member", "struct wrapperbase *": "wrapper", "PyStructSequence_Desc *": "sequence",
    "PyCompilerFlags *": "compiler_flags", "const Py_buffer *": "buffer", "Py_buffer *": "buffer", "Py_tss_t *": "tss",
    "PyThreadState *": "thread", "PyInterpreterState *": "interpreter", "visitproc": "visit", "vectorcallfunc": "vectorcall",
    "PyCapsule_Destructor": "capsule_destructor", "Py_tracefunc": "trace",
}  # fmt: skip


def default(param):
    """A value for a parameter."""
    if param["rule"].startswith("out"):
        return OUT
    if param["rule"] == "array":
        return [MAKERS.get(param["type"], Thing)()]
    if param["rule"] != "value":
        return MAKERS.get(param["type"], Thing)()
    c, name = param["c"].strip(), param["name"]
    if param["letter"] in "DC":
        return 1.5
    if param["letter"] == "I":
        return NUMBERS.get(name, 0)
    if c in POINTERS:
        return native[POINTERS[c]]
    if c == "const char *":
        return {"encoding": b"utf-8", "errors": b"strict"}.get(name, b"text")
    if c == "const wchar_t *":
        return "text"
    if c in ("FILE *", "const PyConfig *"):
        raise LookupError("no default for `%s %s`" % (c, name))
    return bytes(256)


def fits(name, cls):
    """Whether an object of this class is what is said. What cannot be told fits."""
    wanted = CHECKS.get(name)
    return wanted is None or issubclass(cls, wanted)


def wrong(name):
    """An object that is not of this type, or one with which nothing works where every type will do."""
    return objects.Broken() if name == "object" else Thing()


GLOBALS = {**vars(objects), **vars(makers)}
GLOBALS = {name: value for name, value in GLOBALS.items() if not name.startswith("_")}
GLOBALS.update(vars(objects.cases))
GLOBALS.update({"__builtins__": __builtins__, "inspect": inspect, "sys": sys, "gc": gc, "types": types})
GLOBALS.update({"cases": objects.cases, "Z": bytes(256), "datetime": datetime, "os": os})
GLOBALS.update({"weakref": weakref, "datetime": datetime})


class Space(dict):
    """The names of one probe, each made when it is first used."""

    def __missing__(self, name):
        if name in NAMES:
            self[name] = NAMES[name]()
            return self[name]
        raise KeyError(name)
