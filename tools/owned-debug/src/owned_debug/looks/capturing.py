"""Keeps instances of the extension's classes that come along while the script runs, and what is near them."""

from __future__ import annotations

import contextlib
import gc
import sys
from collections.abc import Callable, Iterator
from types import FrameType
from typing import Any

from .calls import name_of
from .lines import is_ours, of_frame, quoted
from .work import Subject

_EACH, _VALUES, _SWEEPS, _EVENTS = 2, 300, 40, 4000
_NULL = (
    "returned NULL without setting",
    "returned a result with an exception set",
    "without setting an exception",
    "error return without exception set",
    "NULL result without error",
)

Tracer = Callable[[FrameType, str, Any], Any]


class Capture:
    """What was seen."""

    def __init__(self, subject: Subject) -> None:
        self.subject = subject
        self.instances: dict[type, list[Any]] = {}
        """By class; the ones seen last."""
        self.values: list[Any] = []
        """Objects of the script that the instances may hold."""
        self.strange: list[tuple[str, str]] = []
        """What native functions did against the rules of the interpreter, and where they were called."""
        self._own: dict[type, bool] = {}
        self._sweeps = self._events = 0
        self._before: set[int] = set()
        self._watching = False

    @contextlib.contextmanager
    def watching(self) -> Iterator[None]:
        """Within, the script is traced, line by line."""
        self._before = {id(each) for each in gc.get_objects()}
        former = sys.gettrace()
        sys.settrace(self._enter)
        self._watching = True
        try:
            yield
        finally:
            self._watching = False
            sys.settrace(former)
        self._sweep()

    def call(self, function: Any, *arguments: Any, **options: Any) -> Any:
        """Every call of the script comes by here."""
        try:
            result = function(*arguments, **options)
        except SystemError as error:
            if any(text in str(error) for text in _NULL) and self.subject.is_own_callable(function):
                where = of_frame(sys._getframe(1)) or ""
                self.strange.append((f"{name_of(function)}: {error}, at {quoted(where)}", where))
            raise
        if self._watching and self.subject.is_own_callable(function):
            for value in (*arguments, *options.values(), result):
                self._keep(value)
        return result

    def is_new(self, instance: Any) -> bool:
        """Whether it came into being while the script was watched."""
        return id(instance) not in self._before

    def _enter(self, frame: FrameType, event: str, argument: Any) -> Tracer | None:
        return None if is_ours(frame.f_code.co_filename) else self._trace

    def _trace(self, frame: FrameType, event: str, argument: Any) -> Tracer:
        if event == "exception":
            error = argument[1]
            if isinstance(error, SystemError) and any(text in str(error) for text in _NULL):
                where = of_frame(frame) or ""
                told = (f"{error}, at {quoted(where)}", where)
                if told not in self.strange:
                    self.strange.append(told)
        elif self._events < _EVENTS:
            self._events += 1
            for value in list(frame.f_locals.values()):
                self._keep(value)
            # Where a name is bound and where it ends: not at each line, since that takes long.
            if event == "return" or self._events % 10 == 0:
                self._sweep()
        return self._trace

    def _sweep(self) -> None:
        """Look at all objects that are new."""
        if self._sweeps < _SWEEPS:
            self._sweeps += 1
            for each in gc.get_objects():
                if id(each) not in self._before:
                    self._keep(each)

    def _keep(self, value: Any) -> None:
        kind = type(value)
        own = self._own.get(kind)
        if own is None:
            own = self._own[kind] = self.subject.is_own(kind)
        if own:
            kept = self.instances.setdefault(kind, [])
            if not any(each is value for each in kept):
                kept.append(value)
                del kept[:-_EACH]
        elif gc.is_tracked(value) and len(self.values) < _VALUES and id(value) not in self._before:
            if not isinstance(value, FrameType) and not any(each is value for each in self.values):
                self.values.append(value)
