"""One HTML file that says where handles are, and what grew over time. It needs no network."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from importlib.resources import files
from pathlib import Path

from .graph import Graph
from .measuring import Reading
from .reports import fields_of
from .snapshots import Count
from .sources import excerpts
from .verdicts import Verdicts

_HEADS = {"count": "in all", "slope": "per call"}
_WIDTH, _HEIGHT, _MARGIN = 760, 260, 44
_COLOURS = ("#c0392b", "#2471a3", "#1e8449", "#b9770e", "#7d3c98", "#117a65", "#566573", "#a04000")


def write_page(target: Path, title: str, readings: Sequence[Reading], found: Verdicts, graph: Graph) -> None:
    """Write the page of these readings, the verdicts on them, and the references around what leaks."""
    template = files(__package__).joinpath("page.html").read_text(encoding="utf-8")
    rows, drawn = _rows(readings, found), graph.to_json()
    named = [str(row[at]) for row in rows for at in (1, 7)] + [
        place for node in drawn["nodes"] for place in node["places"]
    ]
    parts = {
        "TITLE": html.escape(title),
        "FINDINGS": findings_table(found),
        "CHART": chart(series(readings)),
        "ROWS": _data(rows),
        "SOURCES": _data(excerpts(_places(named))),
        "GRAPH": _data(drawn),
    }
    # In one pass: what is put in may look like a mark itself.
    text = re.sub("<!--([A-Z]+)-->", lambda mark: parts[mark[1]], template)
    target.write_text(text, encoding="utf-8")


def _data(value: object) -> str:
    """For a script element, where only an end tag or a comment could end the data."""
    return json.dumps(value).replace("<", "\\u003c")


def _places(names: Iterable[str]) -> Iterator[tuple[str, int]]:
    for name in names:
        file, _, line = name.rpartition(":")
        if line.isdigit():
            yield file, int(line)


def findings_table(found: Verdicts) -> str:
    """What was found, in the words of the other outputs; or that nothing was."""
    if not list(found):
        return f"<pre>{html.escape(str(found))}</pre>"
    names = ("verdict", "severity", "site", "count", "slope", "advice")
    heads = "".join(f"<th>{_HEADS.get(name, name)}</th>" for name in names)
    lines = []
    for each in found:
        called = f", called from {each.python}" if each.python else ""
        texts = {
            **fields_of(each),
            "site": f"{each.site}{called}",
            "count": f"{each.count:+}",
            "slope": f"{each.slope:+g}",
        }
        cells = "".join(f'<td class="{name}">{html.escape(str(texts[name]))}</td>' for name in names)
        lines.append(f'<tr class="{each.verdict}">{cells}</tr>')
    return f"<table><thead><tr>{heads}</tr></thead><tbody>{''.join(lines)}</tbody></table>"


def series(readings: Sequence[Reading]) -> dict[str, list[int]]:
    """What is drawn: all live handles, and the sites that changed most; each as the change since the first reading."""
    sites = dict.fromkeys(site for reading in readings for site in reading.sites)
    lines = {f"{site}": [reading.sites.get(site, Count(0, 0)).live for reading in readings] for site in sites}
    changing = {name: counts for name, counts in lines.items() if len(set(counts)) > 1}
    most = sorted(changing, key=lambda name: -abs(changing[name][-1] - changing[name][0]))[: len(_COLOURS) - 2]
    drawn = {"all live handles": [sum(counts) for counts in zip(*lines.values())] or [0] * len(readings)}
    if not most:
        # Beside handles, of which there are few, they would be all that is seen.
        names = dict.fromkeys(name for reading in readings for name in reading.types)
        types = {f"`{name}`": [reading.types.get(name, 0) for reading in readings] for name in names}
        growing = sorted(types, key=lambda name: types[name][0] - types[name][-1])[: len(_COLOURS) - 2]
        drawn["blocks of memory"] = [reading.blocks for reading in readings]
        drawn |= {name: types[name] for name in growing if types[name][-1] > types[name][0]}
    drawn |= {name: changing[name] for name in most}
    return {name: [count - counts[0] for count in counts] for name, counts in drawn.items()}


def chart(lines: dict[str, list[int]]) -> str:
    """The lines as an inline SVG, with a legend that says the last value of each."""
    values = [value for line in lines.values() for value in line]
    low, high = min([0, *values]), max([1, *values])
    length = max((len(line) for line in lines.values()), default=1)

    def at(index: int, value: float) -> str:
        x = _MARGIN + index * (_WIDTH - 2 * _MARGIN) / max(length - 1, 1)
        y = _HEIGHT - _MARGIN - (value - low) * (_HEIGHT - 2 * _MARGIN) / (high - low)
        return f"{x:.1f},{y:.1f}"

    total = _HEIGHT + 20 * len(lines)
    parts = [f'<svg viewBox="0 0 {_WIDTH} {total}" role="img" aria-label="growth over time">']
    for value in sorted({low, 0, high}):
        x, y = at(0, value).split(",")
        parts.append(f'<line x1="{x}" x2="{_WIDTH - _MARGIN}" y1="{y}" y2="{y}" class="grid"/>')
        parts.append(f'<text x="{_MARGIN - 6}" y="{y}" text-anchor="end" dominant-baseline="middle">{value}</text>')
    parts.append(f'<text x="{_WIDTH / 2}" y="{_HEIGHT - 8}" text-anchor="middle">calls after the warm-up</text>')
    for number, (name, line) in enumerate(lines.items()):
        colour = _COLOURS[number % len(_COLOURS)]
        points = " ".join(at(index, value) for index, value in enumerate(line))
        parts.append(f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2"/>')
        base = _HEIGHT + 14 + 20 * number
        parts.append(f'<rect x="{_MARGIN}" y="{base - 10}" width="12" height="12" fill="{colour}"/>')
        parts.append(f'<text x="{_MARGIN + 20}" y="{base}">{html.escape(name)}: {line[-1]:+}</text>')
    return "\n".join([*parts, "</svg>"])


def _rows(readings: Sequence[Reading], found: Verdicts) -> list[list[object]]:
    """A row for each site: extension, place, handle, escaped, live, made, growth, line of Python, verdict."""
    known = {finding.site: finding for finding in found.findings if finding.kind == "handle"}
    first, last = readings[0], readings[-1]
    rows: list[list[object]] = []
    for site, count in sorted(last.sites.items()):
        growth = count.live - first.sites.get(site, Count(0, 0)).live
        place, escaped = f"{site.file}:{site.line}", "into_raw" if site.escaped else ""
        finding = known.get(f"{site}")
        python, verdict = ("", "") if finding is None else (finding.python or "", finding.verdict)
        rows.append([site.extension, place, site.handle, escaped, count.live, count.made, growth, python, verdict])
    return rows
