"""Names the way from a holder to what it holds: attribute, key, index, closure cell.

Each name stands for one reference, so that names can be counted. What has no name in Python, such as a field of an
object written in C or Rust, is found by the collector only and named by the type of its holder.
"""

from __future__ import annotations

import gc
import re
import types
from collections import deque
from collections.abc import Iterator
from typing import Any

from .measuring import is_a, type_name

_LISTS = (list, tuple, deque)
_SETS = (set, frozenset)
_PLAIN = (type(None), bool, str, bytes, int, float)

_FIELDS: dict[type, tuple[str, ...]] = {
    types.FunctionType: (
        "__code__", "__globals__", "__closure__", "__defaults__", "__kwdefaults__", "__name__", "__qualname__",
        "__doc__", "__module__",
    ),
    types.MethodType: ("__self__", "__func__"),
    types.BuiltinFunctionType: ("__self__", "__module__"),
    types.CellType: ("cell_contents",),
    types.GeneratorType: ("gi_code",),
    types.CoroutineType: ("cr_code",),
    property: ("fget", "fset", "fdel"),
    staticmethod: ("__func__",),
    classmethod: ("__func__",),
    types.TracebackType: ("tb_frame", "tb_next"),
    slice: ("start", "stop", "step"),
}  # fmt: skip

# A `u` that is spoken like `you` takes an `a`: that of `user`, `unit` and `utils`, not that of `unset` or `ujson`.
_LIKE_A_VOWEL = re.compile("[aeio]|u(?!ni[a-z]|s[aeiu]|t[aeiouf]|ri|til)", re.IGNORECASE)

_NATIVE_KINDS = (types.GetSetDescriptorType, types.MemberDescriptorType)


def edges(holder: Any, held: Any) -> list[str]:
    """The names of all references from `holder` to `held`; as many as there are."""
    found = list(_named(holder, held))
    # What the collector knows of and nothing above has named. An instance's dict is in both: it was named already.
    seen = sum(referent is held for referent in gc.get_referents(holder))
    rest = seen - len(found)
    if rest > 0:
        unnamed = "its type" if type(holder) is held else f"a field of the {type_name(type(holder))}"
        found += [unnamed] * rest
    return found


def _named(holder: Any, held: Any) -> Iterator[str]:
    if is_a(holder, dict):
        for key, value in list(dict.items(holder)):
            if key is held:
                yield f"the key {short(key)}"
            if value is held:
                yield f"[{short(key)}]"
    elif is_a(holder, _LISTS):
        yield from (f"[{index}]" for index, item in enumerate(list(holder)) if item is held)
    elif is_a(holder, _SETS):
        yield from ("a member" for item in list(holder) if item is held)
    if is_a(holder, type):
        yield from _of_class(holder, held)
        return
    fields = _FIELDS.get(type(holder), ())
    for field in fields:
        try:
            if object.__getattribute__(holder, field) is held:
                yield f".{field}"
        except (AttributeError, ValueError):
            continue
    yield from _attributes(holder, held, set(fields))


def _attributes(holder: Any, held: Any, skip: set[str]) -> Iterator[str]:
    """The attributes that a holder keeps itself: those of its dict, of its slots, and of classes in C or Rust."""
    attributes = instance_dict(holder)
    if attributes is not None and attributes is not held:
        yield from (f".{name}" for name, value in list(attributes.items()) if value is held)
    for name, slot in native_attributes(type(holder)).items():
        # A computed attribute may make what it gives; only one that gives the same object twice may hold it.
        if name in skip or name.startswith("__"):
            continue
        if not is_a(slot, types.MemberDescriptorType) and not any(r is held for r in gc.get_referents(holder)):
            continue
        try:
            if slot.__get__(holder, type(holder)) is held:
                yield f".{name}"
        except Exception:  # a getter may raise what it likes
            continue


def _of_class(holder: type, held: Any) -> Iterator[str]:
    yield from (f".{name}" for name, value in list(vars(holder).items()) if value is held)
    yield from (f".__bases__[{index}]" for index, base in enumerate(holder.__bases__) if base is held)
    if holder.__mro__ is held:
        yield ".__mro__"


def instance_dict(holder: Any) -> dict[str, Any] | None:
    """The dict of an instance, None if it has none of its own (classes have a view of theirs).

    Not by the usual way: a module that is loaded when an attribute is asked for would be loaded by looking.
    """
    try:
        attributes = object.__getattribute__(holder, "__dict__")
    except (AttributeError, TypeError):
        return None
    return attributes if is_a(attributes, dict) else None


def native_attributes(kind: type) -> dict[str, Any]:
    """The attributes of a class that are not kept in the instance's dict: slots, and getters in C or Rust."""
    found: dict[str, Any] = {}
    for base in reversed(kind.__mro__):
        for name, value in vars(base).items():
            if is_a(value, _NATIVE_KINDS):
                found[name] = value
    found.pop("__dict__", None)
    found.pop("__weakref__", None)
    return found


def with_article(name: str) -> str:
    """The name with `a` or `an` before it, by how it begins to sound."""
    return f"{'an' if _LIKE_A_VOWEL.match(name) else 'a'} {name}"


def short(value: Any, length: int = 40) -> str:
    """A value in few characters; objects with a `__repr__` of their own are not asked for it."""
    if is_a(value, _PLAIN):
        text = repr(value) if type(value) in _PLAIN else f"{type_name(type(value))} object"
        return text if len(text) <= length else text[: length - 1] + "…"
    if is_a(value, type):
        return f"class {type_name(value)}"
    if is_a(value, types.FunctionType):
        return f"function {value.__qualname__}"
    if is_a(value, types.ModuleType):
        return f"module {(instance_dict(value) or {}).get('__name__')}"
    return f"{type_name(type(value))} object"
