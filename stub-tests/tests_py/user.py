"""A user of `everything`, for mypy: each comment says what is wrong with its line, and nothing else is."""

from collections.abc import Callable, Coroutine, Hashable
from typing import Any, Literal, assert_type

import everything
from everything import Base, Board, Colour, Derived, Level, Mark, Mode, Number, Outer, Point, Properties, Shape, inner


# Functions.
assert_type(everything.positional(1, 2, c=3), int)
everything.positional(1, b=2, c=3)  # type: ignore[call-arg]
assert_type(everything.keywords(1, b=3, c=None), int)
everything.keywords(1, 3)  # type: ignore[call-arg]
assert_type(everything.defaults(number=2, many=(n for n in range(3))), str)
assert_type(everything.rest("a", 1, 2, x=1.5), int)
everything.rest("a", "b")  # type: ignore[arg-type]
assert_type(everything.hinted(slice(1, 2)), list[Literal["a", "b"]])
everything.hinted("c")  # type: ignore[arg-type]
pending: Coroutine[Any, Any, list[int]] = everything.coroutine(3)
assert_type(everything.callback(print, None), Any)


async def waits() -> list[int]:
    return await everything.coroutine(3)


# Values.
assert_type(everything.sequences([1], [["a"]], (1.0, 2.0)), list[int | None])
everything.sequences(["a"], [], [])  # type: ignore[list-item]
assert_type(everything.maps({"a": 1.0}, {}), dict[str, float])
assert_type(everything.tuples((1, "a")), tuple[str, int | None])
assert_type(everything.options(), int | None)
assert_type(everything.bytes(b"", [1, 2]), bytes)
assert_type(everything.user_types("3 K", 1.0, (1, "a"), {"name": "b"}, [1, ["c"]])[1], tuple[int, str])
everything.user_types([], 1.0, (1, "a"), {}, 1)  # type: ignore[arg-type]
assert_type(everything.answer, int)
everything.answer = 43  # type: ignore[misc]

# Classes.
point = Point(1.0)
assert_type(point.x, float)
point.x = 2.0  # type: ignore[misc]
assert_type(point < Point(2.0), bool)
point < 3  # type: ignore[operator]
assert_type({point: 1}, dict[Point, int])
match point:
    case Point(x, y):
        assert_type(x, float)
properties = Properties("a", count=3)
assert_type(properties.double, int)
properties.count = 4
properties.count = "b"  # type: ignore[assignment]
properties.called = "c"  # type: ignore[misc]
del properties.double
assert_type(properties.on_change, Callable[[int], None] | None)
assert_type(properties.scale(2), int)
assert_type(properties.scale("2"), str)
properties.scale(2.0)  # type: ignore[call-overload]
assert_type(properties.list(), list[int])
assert_type(Properties.named("d"), Properties)
assert_type(Properties.add(1, 2), int)
assert_type(Properties.LIMIT, int)
mark = Mark(1, "first")
assert_type(mark.x, float)
assert_type(mark.element, Any)
mark.x = 2
mark.x = "b"  # type: ignore[assignment]
mark.element = mark
del mark.element
mark.first = mark  # type: ignore[misc]
assert_type(Derived(3).itself(), Base)
assert_type(Outer().inner(), Outer.Inner)
assert_type(Board.count, int)


class Further(Base):
    pass


class Refused(Point):  # type: ignore[misc]
    pass


# Enums.
assert_type(Colour.Red, Literal[Colour.Red])
assert_type(Level.HIGH + 1, int)
assert_type(Mode.Fast, Mode)
hashed: Hashable = Mode.Fast  # type: ignore[assignment]
shape: Shape = Shape.Circle(2.0)
assert_type(shape.area(Colour.Red, None), float)
shape.area(1, None)  # type: ignore[arg-type]
match shape:
    case Shape.Circle(radius):
        assert_type(radius, float)
    case Shape.Rect(width, height):
        assert_type(height, float)

# Special methods.
number = Number(1)
assert_type(number + 1, Number)
assert_type(1 + number, Number)
number += 1
assert_type(number, Number)
assert_type(number < number, bool)
assert_type(number > number, bool)
number > 3  # type: ignore[operator]
assert_type(number(2), int)
with number as entered:
    assert_type(entered, Number)
assert_type([n for n in everything.Counter()], list[int])
assert_type(everything.Sequence(["a"])[0], str)
assert_type("a" in everything.Sequence(["a"]), bool)
everything.Sequence(["a"])["b"]  # type: ignore[index]

# The module in it.
assert_type(inner.origin(), Point)
