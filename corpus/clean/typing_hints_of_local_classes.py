"""Hints are evaluated on classes that are made and dropped."""

import typing


def step():
    class Order(typing.NamedTuple):
        number: int
        lines: "list[str]"

    class Options(typing.TypedDict, total=False):
        width: int
        name: "str | None"

    assert typing.get_type_hints(Order)["lines"] == list[str]
    assert set(typing.get_type_hints(Options)) == {"width", "name"}
