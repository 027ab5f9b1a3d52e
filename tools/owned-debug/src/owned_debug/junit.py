"""The result of a command as JUnit's XML, which CI systems show: a case for each thing found, or one that passes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal, NamedTuple
from xml.etree import ElementTree

from .protocol import Violation
from .reports import Report, fields_of, of_violation


class Case(NamedTuple):
    """A thing that was looked at."""

    name: str
    outcome: Literal["passed", "failed", "unclear"]
    """`unclear` is written as skipped: somebody has to look."""
    message: str = ""
    details: str = ""
    place: str | None = None
    """The line to look at, `file:line`."""
    fields: Mapping[str, Any] = {}
    """What every finding has; written as properties of the case, those that are known."""

    @classmethod
    def of(cls, found: Report) -> Case:
        """The case of something that was found."""
        name = found.site or found.kind if found.kind == "handle" else f"{found.kind} {found.site or ''}".strip()
        return cls(name, "failed", found.text, str(found), found.place, fields_of(found))


def write_junit(path: Path, suite: str, cases: Sequence[Case], violations: Iterable[Violation] = ()) -> None:
    """Write the file."""
    all_cases = [*cases, *(_violated(each) for each in violations)] or [Case("nothing is left", "passed")]
    failed = sum(each.outcome == "failed" for each in all_cases)
    unclear = sum(each.outcome == "unclear" for each in all_cases)
    counts = {"tests": str(len(all_cases)), "failures": str(failed), "errors": "0", "skipped": str(unclear)}
    root = ElementTree.Element("testsuites", counts)
    group = ElementTree.SubElement(root, "testsuite", {"name": suite, **counts})
    for each in all_cases:
        attributes = {"classname": suite, "name": _plain(each.name)}
        file, colon, line = (each.place or "").rpartition(":")
        if colon and line.isdigit():
            attributes |= {"file": _plain(file), "line": line}
        case = ElementTree.SubElement(group, "testcase", attributes)
        known = {name: value for name, value in each.fields.items() if value not in (None, "")}
        properties = ElementTree.SubElement(case, "properties") if known else case
        for name, value in known.items():
            ElementTree.SubElement(properties, "property", {"name": name, "value": _plain(str(value))})
        if each.outcome != "passed":
            kind = "failure" if each.outcome == "failed" else "skipped"
            ElementTree.SubElement(case, kind, {"message": _plain(each.message)}).text = _plain(each.details)
    ElementTree.indent(root)
    ElementTree.ElementTree(root).write(path, encoding="utf-8", xml_declaration=True)


def _violated(violation: Violation) -> Case:
    told = of_violation(violation)
    return Case(told.kind, "failed", violation.what, str(violation), told.place, fields_of(told))


def _plain(text: str) -> str:
    """Without the characters that XML cannot have."""
    return "".join(each if each in "\t\n" or (each >= " " and each not in "\ufffe\uffff") else "�" for each in text)
