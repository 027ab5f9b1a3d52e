"""Enumerations that are made by calls, used, and dropped."""

import enum


def step():
    class Color(enum.Enum):
        RED = 1
        GREEN = [2]

        @property
        def shade(self):
            return f"dark {self.name.lower()}"

    Flags = enum.Flag("Flags", "READ WRITE RUN")
    both = Flags.READ | Flags.WRITE
    assert Flags.READ in both and Color([2]) is Color.GREEN and Color.RED.shade == "dark red"
