"""Differences between texts, line by line."""

import difflib

BEFORE = [f"line {number}\n" for number in range(30)]
AFTER = [*BEFORE[:10], "inserted\n", *BEFORE[12:], "added\n"]


def step():
    lines = list(difflib.unified_diff(BEFORE, AFTER, "before", "after"))
    assert "+inserted\n" in lines
    matcher = difflib.SequenceMatcher(None, BEFORE, AFTER)
    assert 0.9 < matcher.ratio() < 1
    assert difflib.get_close_matches("lime 3", ["line 3", "lane 4"], 1) == ["line 3"]
