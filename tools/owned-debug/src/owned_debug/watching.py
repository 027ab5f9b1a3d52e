"""Which growth of a test is a leak, when the test cannot be run again.

Handles are counted before a test's setup and after its teardown, garbage collected both times. Of what grew:

1. What fixtures of a wider scope made is theirs: it is counted while they are set up, and taken off.
2. Growth at a site that made handles before this test is a leak.
3. Growth at a site that made none before is a *first use*: a cache is filled then, and so a single test cannot tell
   it from a leak. It is remembered, and not reported. If the site grows again in a later test, rule 2 reports that
   one and names the first too. If the site is used again and stays constant, it was a cache. If it is never used
   again nobody can tell; the summary lists it. With `strict` a first use is a leak at once.

A fixture of a wider scope that is torn down after a test lets handles go, behind which a leak of that test could hide.
So handles are counted before the first such fixture goes as well, when all that is the test's own is gone. Growth must
show at both counts, the later one corrected by what the fixtures had made. (One gap is left: a fixture with parameters
that is torn down because the next test wants another parameter goes while that test is set up.)
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from .allowing import Allow, excess
from .protocol import LEVELS, Level, by_module
from .snapshots import Count, Site, Snapshot, new_handles, serials, settle, snapshot


@dataclass
class FirstUse:
    """A site that made its first handles in a test and kept some."""

    test: str
    growth: int
    count: Count
    """The site's count after that test."""


@dataclass
class Watch:
    """Compares before and after of one test after another."""

    strict: bool = False
    level: Level = "sites"
    first_uses: dict[Site, FirstUse] = field(default_factory=dict)
    extensions: set[str] = field(default_factory=set)
    tests: int = 0
    _before: Snapshot | None = None
    _serials: set[tuple[str, int]] = field(default_factory=set)
    _wider: dict[Site, int] = field(default_factory=dict)
    _depth: int = 0
    _tearing_down: bool = False
    _early: Snapshot | None = None
    _released: dict[Site, int] = field(default_factory=dict)

    def start(self) -> None:
        """A test begins."""
        self._raise_level()
        self._wider, self._released, self._early, self._tearing_down = {}, {}, None, False
        settle()
        self._before = snapshot()
        self._serials = serials()

    @contextmanager
    def wider(self) -> Iterator[dict[Site, int]]:
        """What is made in this block is a fixture's, of a scope wider than a test: how much, filled in at the end."""
        made: dict[Site, int] = {}
        if self._depth or self._before is None:
            yield made
            return
        self._depth += 1
        try:
            settle()
            before = snapshot()
            yield made
        finally:
            self._depth -= 1
        settle()
        made.update(_growth(before, snapshot()))
        _add(self._wider, made)

    def tear_down(self) -> None:
        """The teardown of the test begins."""
        self._tearing_down = True

    def release(self, made: dict[Site, int]) -> None:
        """A fixture of a wider scope, which made this, is about to be torn down."""
        if self._tearing_down and self._before is not None:
            if self._early is None:
                settle()
                self._early = snapshot()
            _add(self._released, made)

    def end(self, test: str, allow: Sequence[Allow] = ()) -> str:
        """The test is over and nothing of it is left: what it leaked, in words, or an empty text."""
        before, self._before = self._before, None
        if before is None:
            return ""
        settle()
        after = snapshot()
        self.tests += 1
        self.extensions.update(name for name, level in after.levels.items() if level != "off")
        growth = _growth(before, after)
        _add(growth, self._released)
        if self._early is not None:
            early = _growth(before, self._early)
            growth = {site: min(more, early.get(site, 0)) for site, more in growth.items()}
        _add(growth, {site: -more for site, more in self._wider.items()})
        for each in (None, *allow):
            growth = excess(growth, each)
        leaked: dict[Site, int] = {}
        for site, more in growth.items():
            if self.strict or (site in before.sites and before.sites[site].made):
                leaked[site] = more
            else:
                self.first_uses[site] = FirstUse(test, more, after.sites[site])
        return self._describe(leaked) if leaked else ""

    def skip(self) -> None:
        """The test is over, but what failed still holds its locals: nothing can be said."""
        self._before = None

    def unexplained(self) -> list[dict[str, Any]]:
        """The first uses that nobody can tell from a leak: the site was not used again, and the handles live."""
        now = snapshot()
        rows = []
        for site, use in self.first_uses.items():
            count = now.sites.get(site, Count(0, 0))
            if count.made == use.count.made and count.live >= use.count.live:
                rows.append({"site": str(site), "test": use.test, "growth": use.growth})
        return rows

    def _describe(self, leaked: dict[Site, int]) -> str:
        count = sum(leaked.values())
        lines = [f"{count} handle{'s' if count != 1 else ''} more than before the test:"]
        for site, more in sorted(leaked.items(), key=lambda row: (-row[1], row[0])):
            lines.append(f"{more:>+8} {site}")
            if site in self.first_uses:
                lines.append(f"         it grew when it was first used, in {self.first_uses[site].test}, too")
            lines += [f"         held since {handle.place}" for handle in new_handles(site, self._serials)[:5]]
        return "\n".join(lines)

    def _raise_level(self) -> None:
        """Extensions that keep less than what is asked for are told to keep it; those that keep more are left."""
        for extension in by_module():
            if LEVELS.index(extension.level()) < LEVELS.index(self.level):
                extension.set_level(self.level)


def _add(sums: dict[Site, int], more: dict[Site, int]) -> None:
    for site, count in more.items():
        sums[site] = sums.get(site, 0) + count


def _growth(before: Snapshot, after: Snapshot) -> dict[Site, int]:
    nothing = Count(0, 0)
    sites = {**before.sites, **after.sites}
    return {site: after.sites.get(site, nothing).live - before.sites.get(site, nothing).live for site in sites}
