"""What has changed between two snapshots."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .allowing import Allow, excess
from .snapshots import Count, Site, Snapshot

_NONE = Count(0, 0)


@dataclass(frozen=True)
class Diff:
    """The changes, by site. Sites where neither count has changed are not in it."""

    sites: dict[Site, Count]
    pending: int
    """How many references wait to be released in the later snapshot; their handles are counted as alive."""

    @property
    def growth(self) -> dict[Site, int]:
        """The sites with more live handles than before, and how many more."""
        return {site: change.live for site, change in self.sites.items() if change.live > 0}

    @property
    def modules(self) -> dict[str, int]:
        """By extension: how many more handles live than before."""
        sums: dict[str, int] = {}
        for site, change in self.sites.items():
            sums[site.extension] = sums.get(site.extension, 0) + change.live
        return sums

    @property
    def total(self) -> int:
        """How many more handles live than before; what some sites lost is taken off."""
        return sum(change.live for change in self.sites.values())

    def leaked(self, allow: Allow = None) -> dict[Site, int]:
        """The growth that is not allowed (`owned_debug.allowing` says what `allow` may be)."""
        return excess(self.growth, allow)

    def __bool__(self) -> bool:
        """Whether any site has more or fewer live handles than before."""
        return any(change.live for change in self.sites.values())

    def __str__(self) -> str:
        changed = {site: change for site, change in self.sites.items() if change.live}
        lines = table(changed) or ["no live handles more or fewer"]
        if len(self.modules) > 1:
            lines += [f"{change:>+8} in all of {name}" for name, change in sorted(self.modules.items()) if change]
        if self.pending:
            lines.append(f"{self.pending} references wait to be released: some of this may go by itself")
        return "\n".join(lines)

    def to_json(self) -> dict[str, Any]:
        """The difference as values that `json` writes."""
        rows = [{**site._asdict(), **change._asdict()} for site, change in sorted(self.sites.items())]
        return {"sites": rows, "modules": self.modules, "total": self.total, "pending": self.pending}


def diff(a: Snapshot, b: Snapshot) -> Diff:
    """What has changed from `a` to `b`."""
    changes: dict[Site, Count] = {}
    for site in {**a.sites, **b.sites}:
        before, after = a.sites.get(site, _NONE), b.sites.get(site, _NONE)
        change = Count(after.live - before.live, after.made - before.made)
        if change != _NONE:
            changes[site] = change
    return Diff(changes, sum(b.pending.values()))


def table(changes: dict[Site, Count]) -> list[str]:
    """The changes as lines, what grew most first."""
    rows = sorted(changes.items(), key=lambda row: (-row[1].live, row[0]))
    return [f"{change.live:>+8} of {change.made:<6} made  {site}" for site, change in rows]
