"""One of everything."""

import builtins
import sys
from collections.abc import Callable, Coroutine, Iterable, Mapping
from datetime import datetime, timedelta
from enum import Enum, IntEnum, IntFlag, StrEnum
from os import PathLike
from types import TracebackType
from typing import Any, ClassVar, Final, Literal, Never, Self, final, overload
from typing_extensions import disjoint_base

__all__ = [
    "TooMuch",
    "Base",
    "Counter",
    "Derived",
    "Mapped",
    "Mark",
    "Outer",
    "Point",
    "Properties",
    "Access",
    "Chain",
    "Colour",
    "Level",
    "Mode",
    "Shape",
    "Size",
    "callback",
    "coroutine",
    "defaults",
    "detached",
    "hinted",
    "keywords",
    "nothing",
    "positional",
    "rest",
    "returns_result",
    "several_lines",
    "Board",
    "Buffer",
    "Difference",
    "Number",
    "Sequence",
    "bytes",
    "handles",
    "maps",
    "numbers",
    "options",
    "paths",
    "sequences",
    "sets",
    "texts",
    "times",
    "tuples",
    "user_types",
    "answer",
    "GREETED",
    "WORDS",
    "inner",
]

from . import inner as inner

class TooMuch(ValueError):
    """Raised where everything is too much."""

@disjoint_base
class Base:
    """Python may go on from here."""
    def __new__(cls) -> Self: ...
    def itself(self) -> Base: ...

@final
class Counter:
    """Counts."""
    def __iter__(self) -> Counter: ...
    def __next__(self) -> int: ...

@final
class Derived(Base):
    @property
    def more(self) -> int: ...
    def __new__(cls, more: int) -> Self: ...

@final
class Mapped(Mapping[Any, Any]):
    """A mapping of Python's kind."""
    def __new__(cls) -> Self: ...
    def __len__(self) -> int: ...
    def __getitem__(self, key: str, /) -> int: ...
    def __iter__(self) -> Counter: ...

@final
class Mark:
    """Its fields change in place."""
    @property
    def x(self) -> float: ...
    @x.setter
    def x(self, value: float) -> None: ...
    @property
    def element(self) -> Any:
        """Anything."""
    @element.setter
    def element(self, value: object) -> None: ...
    @element.deleter
    def element(self) -> None: ...
    @property
    def first(self) -> Any: ...
    def __new__(cls, x: float, first: object) -> Self: ...

@final
class Outer:
    @final
    class Inner:
        @property
        def depth(self) -> int: ...
    def __new__(cls) -> Self: ...
    def inner(self) -> Outer.Inner: ...

@final
class Point:
    """A point.

    It has two coordinates.
    """
    def __new__(cls, x: float, y: float = 0.0) -> Self: ...
    __match_args__ = ("x", "y")
    def __eq__(self, other: object, /) -> bool: ...
    def __lt__(self, other: Self, /) -> bool: ...
    def __le__(self, other: Self, /) -> bool: ...
    def __gt__(self, other: Self, /) -> bool: ...
    def __ge__(self, other: Self, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __repr__(self) -> str: ...
    @property
    def x(self) -> float:
        """To the right."""
    @property
    def y(self) -> float:
        """Upwards."""

@final
class Properties:
    @property
    def count(self) -> int:
        """Read and written."""
    @count.setter
    def count(self, value: int) -> None: ...
    @property
    def called(self) -> str: ...
    @property
    def on_change(self) -> Callable[[int], None] | None: ...
    @on_change.setter
    def on_change(self, value: Callable[[int], None] | None) -> None: ...
    def __new__(cls, name: str, *, count: int = 0) -> Self:
        """Of what nothing can be made without."""
    @property
    def double(self) -> int:
        """Twice the count."""
    @double.setter
    def double(self, value: int) -> None: ...
    @double.deleter
    def double(self) -> None: ...
    origin: ClassVar[Point]
    """One that is computed."""
    @staticmethod
    def add(a: int, b: int) -> int: ...
    @classmethod
    def named(cls, name: str) -> Properties: ...
    @overload
    def scale(self, factor: int) -> int: ...
    @overload
    def scale(self, factor: str) -> str:
        """By a text."""
    def list(self) -> builtins.list[int]:
        """What has the name of a built-in type."""
    def later(self) -> Coroutine[Any, Any, int]: ...
    LIMIT: ClassVar[int]

class Access(IntFlag):
    """What may be done."""
    Read = 1
    Write = 2

@disjoint_base
class Chain:
    """A value that holds others of its kind."""
    @final
    class Link(Chain):
        def __new__(cls, _0: int, _1: Chain | None) -> Self: ...
        @property
        def _0(self) -> int: ...
        @property
        def _1(self) -> Chain | None: ...
        __match_args__ = ("_0", "_1")
        def __len__(self) -> int: ...

class Colour(Enum):
    """Python's own kind."""
    Red = 1
    Blue = 2

class Level(IntEnum):
    LOW = -1
    HIGH = 10

@final
class Mode:
    """Without fields."""
    def __eq__(self, other: object, /) -> bool: ...
    Fast: ClassVar[Mode]
    slowly: ClassVar[Mode]
    __hash__: ClassVar[None]  # type: ignore[assignment]

@disjoint_base
class Shape:
    """A class with a value for each."""
    @final
    class Circle(Shape):
        """By its radius."""
        def __new__(cls, radius: float) -> Self: ...
        @property
        def radius(self) -> float: ...
        __match_args__ = ("radius",)
    @final
    class Rect(Shape):
        def __new__(cls, _0: float, _1: float) -> Self: ...
        @property
        def _0(self) -> float: ...
        @property
        def _1(self) -> float: ...
        __match_args__ = ("_0", "_1")
        def __len__(self) -> int: ...
    def area(self, colour: Colour, level: Level | None) -> float: ...
    def access(self, access: Access) -> Access: ...

class Size(StrEnum):
    Small = "small"
    Large = "Large"

def callback(function: Callable[..., Any], held: Callable[..., object] | None) -> Any:
    """What is called, and with what."""

def coroutine(count: int) -> Coroutine[Any, Any, builtins.list[int]]:
    """Waits for nothing."""

def defaults(text: str = 'it\'s', number: float = -1.5, flag: bool = True, many: Iterable[int] = ...) -> str:
    """Defaults that Python can write, and one that it cannot."""

def detached(a: int, b: int) -> int:
    """A sum, while other threads run Python."""

def hinted(key: int | slice, function: Callable[[int], str] | None = None) -> builtins.list[Literal['a', 'b']]:
    """The types are said by hand."""

def keywords(a: int, *, b: int = 2, c: str | None = None) -> int: ...

def nothing() -> None:
    """Nothing in, nothing out."""

def positional(a: int, b: int, /, c: int) -> int:
    """The first two by position only."""

def rest(first: str, *numbers: int, **named: float) -> int: ...

def returns_result(text: str) -> int: ...

def several_lines() -> None:
    """The first line.

    Others, with a "quote", a \\ and \"\"\"three\"\"\".
    """

@final
class Board(metaclass=type):
    """Only written to."""
    def __new__(cls) -> Self: ...
    def __setitem__(self, key: tuple[int, int], value: bool, /) -> None: ...
    count: ClassVar[int]
    SIZE: ClassVar[tuple[int, int]]
    def __delitem__(self, other: Never, /) -> None: ...

@final
class Buffer:
    """Memory that is lent."""
    def __new__(cls, size: int) -> Self: ...
    if sys.version_info >= (3, 12):
        def __buffer__(self, flags: int, /) -> memoryview: ...
    def __hash__(self) -> int: ...

@final
class Difference:
    """Only from the left."""
    def __sub__(self, other: int, /) -> int: ...
    def __getattr__(self, name: str, /) -> str: ...
    def __rsub__(self, other: Never, /) -> Any: ...

@final
class Number:
    """Adds and compares."""
    def __new__(cls, value: int) -> Self: ...
    def __add__(self, other: int, /) -> Number: ...
    def __radd__(self, other: int, /) -> Number: ...
    def __iadd__(self, other: int, /) -> Self: ...
    def __pow__(self, exponent: int, modulus: int | None = None, /) -> int: ...
    def __neg__(self) -> Number: ...
    def __int__(self) -> int: ...
    def __bool__(self) -> bool: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __lt__(self, other: Number, /) -> bool: ...
    def __repr__(self) -> str: ...
    def __call__(self, by: int) -> int: ...
    def __enter__(self) -> Number: ...
    def __exit__(self, class_: type[BaseException] | None, value: BaseException | None, traceback: TracebackType | None, /) -> bool: ...
    def __le__(self, other: Never, /) -> Any: ...
    def __gt__(self, other: Never, /) -> Any: ...
    def __ge__(self, other: Never, /) -> Any: ...
    def __rpow__(self, other: Never, /) -> Any: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]

@final
class Sequence:
    """Items by their numbers."""
    def __init__(self, items: Iterable[str]) -> None: ...
    def __len__(self) -> int: ...
    def __getitem__(self, index: int, /) -> str: ...
    def __setitem__(self, index: int, value: str, /) -> None: ...
    def __delitem__(self, index: int, /) -> None: ...
    def __contains__(self, item: str, /) -> bool: ...

def bytes(a: builtins.bytes, b: Iterable[int]) -> builtins.bytes: ...

def handles(any: object, list: builtins.list[Any], dict: dict[Any, Any], kind: type[Any], int: int) -> tuple[Any, ...]: ...

def maps(a: dict[str, float], b: dict[int, Iterable[str]]) -> dict[str, float]: ...

def numbers(a: int, b: int, c: float, d: bool, e: int) -> tuple[int, float, bool]: ...

def options(a: str | None = None, b: int | None = 3) -> int | None: ...

def paths(path: str | builtins.bytes | PathLike[str] | PathLike[builtins.bytes]) -> str: ...

def sequences(a: Iterable[int], b: Iterable[Iterable[str]], c: Iterable[float]) -> builtins.list[int | None]: ...

def sets(a: set[str] | frozenset[str], b: set[int] | frozenset[int]) -> set[int]: ...

def texts(a: str, b: str, c: str) -> str: ...

def times(a: timedelta, b: datetime) -> tuple[timedelta, datetime]: ...

def tuples(a: tuple[int, str]) -> tuple[str, int | None]: ...

def user_types(at: float | str, length: float, pair: tuple[int, str], options: dict[str, Any], tree: int | str | Iterable[Any]) -> tuple[float, tuple[int, str], dict[str, Any], int | str | builtins.list[Any]]:
    """Types of this crate."""

answer: Final[int]

GREETED: Final[str]
"""What is said hello to."""

WORDS: Final[builtins.list[str]]
