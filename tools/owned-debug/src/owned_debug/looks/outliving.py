"""Objects that are to tell when they are freed, also while the interpreter ends."""

from __future__ import annotations

import ctypes
import types
import weakref
from typing import Any

from ..measuring import type_name
from ..naming import short
from .lines import quoted
from .saying import Voice

_BOUND = 500
_HEAP_TYPE = 1 << 9


class Witness:
    """Says of each object that it is watched, and that it is gone; the starting process sees what is left."""

    def __init__(self, voice: Voice) -> None:
        self._voice = voice
        self._watched: set[int] = set()
        self._count = 0

    def watch(self, value: Any, function: str, where: str) -> None:
        """Watch what a native function was given, or gave."""
        if not isinstance(value, (type, types.ModuleType, types.BuiltinFunctionType)):
            self._add(value, f"{short(value)}, which {function} had at {quoted(where)}", where)

    def watch_class(self, kind: type, function: str, where: str) -> None:
        """Watch a class: it lives as long as an instance of it, which need not be one that can be watched."""
        if kind.__flags__ & _HEAP_TYPE:
            said = f"class {type_name(kind)}, or an instance of it, which {function} had at {quoted(where)}"
            self._add(kind, said, where)

    def _add(self, value: Any, said: str, where: str) -> None:
        if id(value) in self._watched or self._count >= _BOUND:
            return
        number = self._count

        def gone(_reference: object, voice: Voice = self._voice, number: int = number) -> None:
            voice.gone(number)

        try:
            reference = weakref.ref(value, gone)
        except TypeError:
            return
        self._count += 1
        # For ever: a weak reference that is freed before its object tells nothing.
        ctypes.pythonapi.Py_IncRef(ctypes.py_object(reference))
        self._voice.watched(number, said, where)
