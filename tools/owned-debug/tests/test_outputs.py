"""What the command writes for machines: JSON by the schema, JUnit's XML."""

import json
from importlib import resources
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import fastjsonschema
import pytest
from test_command import WORK, Run, command

__all__ = ["command"]

SCHEMA = json.loads(resources.files("owned_debug").joinpath("schema.json").read_text(encoding="utf-8"))
VALIDATE = fastjsonschema.compile(SCHEMA)


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "script.py:leak"],
        ["check", "script.py:work"],
        ["run", "script.py"],
        ["run", "--level=sites", "script.py:leak"],
        ["hunt", "--runs=2", "script.py:leak"],
        ["hunt", "--runs=2", "script.py:work"],
        ["hunt", "--runs=2", "script.py:violate"],
        ["diff", "script.py:leak"],
        ["html", "--runs=2", "-o", "page.html", "script.py:leak"],
        ["sweep", "script.py:leak"],
    ],
)
def test_all_results_are_as_the_schema_says(command: Run, arguments: list[str]) -> None:
    if arguments[0] == "sweep":
        pytest.importorskip("_testcapi")
    done = command(WORK, arguments[0], "--json", *arguments[1:])
    value = json.loads(done.stdout)
    assert value["command"] == arguments[0]
    VALIDATE(value)


def test_the_schema_refuses_what_is_not_so(command: Run) -> None:
    value: dict[str, Any] = json.loads(command(WORK, "hunt", "--runs=2", "--json", "script.py:leak").stdout)
    value["findings"][0]["verdict"] = "perhaps"
    with pytest.raises(fastjsonschema.JsonSchemaValueException, match="verdict"):
        VALIDATE(value)


def cases(path: Path) -> dict[str, ElementTree.Element]:
    root = ElementTree.parse(path).getroot()
    found = {each.get("name", ""): each for each in root.iter("testcase")}
    assert root.get("tests") == str(len(found))
    assert root.get("failures") == str(len(list(root.iter("failure"))))
    assert root.get("skipped") == str(len(list(root.iter("skipped"))))
    return found


def test_junit_has_a_case_for_each_leak(command: Run, tmp_path: Path) -> None:
    command(WORK, "hunt", "--runs=2", "--junit", "out.xml", "script.py:leak")
    leak = cases(tmp_path / "out.xml")["Owned<Str> at src/lib.rs:3"]
    assert (leak.get("file"), leak.get("line")) == ("src/lib.rs", "3")
    failure = leak.find("failure")
    assert failure is not None and "1 more Owned<Str> at src/lib.rs:3 per call" in failure.get("message", "")


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["check", "script.py:lose"], ("leak", "high", "Owned<Str> at src/lib.rs:3", 20, 1.0)),
        (["run", "script.py:lose"], ("leak", "high", "Owned<Str> at src/lib.rs:3", 1, None)),
        (["hunt", "--runs=2", "script.py:leak"], ("leak", "high", "Owned<Str> at src/lib.rs:3", 8, 1.0)),
        (["diff", "script.py:leak"], ("leak", "high", "Owned<Str> at src/lib.rs:3", 1, 1.0)),
        (["html", "--runs=4", "script.py:leak"], ("leak", "high", "Owned<Str> at src/lib.rs:3", 4, 1.0)),
        (["hunt", "--runs=2", "script.py:violate"], ("violation", "high", "src/c.rs:9", None, None)),
        (["check", "script.py:violate"], ("violation", "high", "src/c.rs:9", None, None)),
    ],
)
def test_all_outputs_have_the_same_fields(
    command: Run, tmp_path: Path, arguments: list[str], expected: tuple[object, ...]
) -> None:
    script = WORK + "    def lose():\n        fake.make(line=3)\n"
    kind, *rest = arguments
    value = json.loads(command(script, kind, "--json", "--junit", "out.xml", *rest).stdout)
    VALIDATE(value)
    told = [fields_in(each) for each in [*value["findings"], *value["violations"]]]
    first = next(each for each in told if each[:5] == expected)
    assert first[5], "advice"
    names = ("verdict", "severity", "site", "count", "slope", "advice")
    known = {name: str(said) for name, said in zip(names, first) if said is not None}
    written = [
        {each.get("name"): each.get("value") for each in case.iter("property")}
        for case in ElementTree.parse(tmp_path / "out.xml").iter("testcase")
    ]
    assert known in written
    text = command(script, *arguments).stdout
    assert str(first[2]) in text
    if first[4] is not None and kind in ("check", "hunt", "html"):
        assert f"{first[4]:g} more {first[2]} per call, {first[3]} in all" in text
    if kind == "html":
        page = (tmp_path / "handles.html").read_text()
        assert f'<td class="count">{first[3]:+}</td><td class="slope">{first[4]:+g}</td>' in page


def fields_in(found: dict[str, Any]) -> tuple[Any, ...]:
    return tuple(found[name] for name in ("verdict", "severity", "site", "count", "slope", "advice"))


def test_a_swept_allocation_has_them_too(command: Run) -> None:
    pytest.importorskip("_testcapi")
    script = "def leak():\n    made = fake.make(line=3)\n    bytearray(5000)\n    fake.release(made)\n"
    value = json.loads(command(script, "sweep", "--json", "script.py:leak").stdout)
    VALIDATE(value)
    assert ("leak", "high", "Owned<Str> at src/lib.rs:3", 1, None) in [
        fields_in(each)[:5] for each in value["findings"]
    ]


def test_junit_of_what_is_clean_and_of_what_is_violated(command: Run, tmp_path: Path) -> None:
    command(WORK, "run", "--junit", "out.xml", "script.py:work")
    assert list(cases(tmp_path / "out.xml")) == ["nothing is left"]
    command(WORK, "run", "--junit", "out.xml", "script.py:violate")
    violation = cases(tmp_path / "out.xml")["violation: stole"]
    assert violation.find("failure") is not None and violation.get("line") == "9"


def test_junit_is_well_formed_whatever_the_names(command: Run, tmp_path: Path) -> None:
    script = "def leak():\n    kept.append(Handle(fake, file='a\"<&\\x01.rs', line=3, handle='Py<]]>'))\n"
    command(script, "diff", "--junit", "out.xml", "script.py:leak")
    (case,) = cases(tmp_path / "out.xml").values()
    assert case.get("name") == 'Py<]]> at a"<&�.rs:3'
