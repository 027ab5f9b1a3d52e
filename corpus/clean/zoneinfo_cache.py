"""Time zones are read once and kept: the last eight strongly, the others as long as somebody uses them."""

import itertools
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

NAMES = itertools.cycle(
    "Europe/Paris Europe/Rome Asia/Tokyo Asia/Kolkata America/Lima America/Denver Africa/Cairo Africa/Lagos "
    "Australia/Perth Pacific/Fiji Europe/Oslo Asia/Dhaka".split()
)
START = datetime(2024, 1, 31, 12, tzinfo=UTC)


def step():
    for name in itertools.islice(NAMES, 3):
        there = START.astimezone(ZoneInfo(name))
        assert there == START
        assert (there + timedelta(days=200)).utcoffset() is not None
