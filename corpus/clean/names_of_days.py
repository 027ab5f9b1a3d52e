"""Calendars, and how the locale writes numbers."""

import calendar
import locale


def step():
    assert calendar.monthrange(2024, 2) == (calendar.THURSDAY, 29)
    assert len(calendar.TextCalendar().formatyear(2024).splitlines()) > 30
    assert "2024" in calendar.HTMLCalendar().formatmonth(2024, 5)
    assert locale.localeconv()["decimal_point"] == "."
    assert locale.format_string("%d", 12345, grouping=True).startswith("12")
