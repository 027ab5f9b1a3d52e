"""Dates are read in formats of which `_strptime` keeps the last few, compiled."""

import itertools
from datetime import date, datetime

FORMATS = itertools.cycle(["%Y-%m-%d", "%d.%m.%Y", "%m/%d/%y", "%d %b %Y", "%Y%m%d", "%j %Y", "%A %d %B %Y"])
DAY = date(2023, 11, 5)


def step():
    form = next(FORMATS)
    assert datetime.strptime(DAY.strftime(form), form).date() == DAY
