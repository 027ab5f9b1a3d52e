"""A user of `_speedups`, for mypy: each comment says what is wrong with its line, and nothing else is."""

from typing import assert_type

import _speedups

assert_type(_speedups._escape_inner("<a>"), str)
_speedups._escape_inner(b"<a>")  # type: ignore[arg-type]
_speedups._escape_inner(s="<a>")  # type: ignore[call-arg]
