"""The same against an extension in Rust: the example of Owned, built with the feature `ledger`.

Skipped where it cannot be imported. `cargo xtask` builds it; its folder goes into PYTHONPATH.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fake_extension import search_path

import owned_debug
from owned_debug import audit_gc, cycles, enable, explain, extensions, hunt, live, no_leaks, snapshot, sweep_failures

inkface: Any = pytest.importorskip("inkface")
pytestmark = pytest.mark.skipif(not hasattr(inkface, "__owned_debug__"), reason="inkface was built without `ledger`")

DRAWING = """<svg xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"
width="64" height="48"><g inkscape:groupmode="layer" id="layer"><rect id="low" x="4" y="4" width="30" height="20"/></g>
</svg>"""


@pytest.fixture(autouse=True)
def awake() -> Iterator[None]:
    former = enable("frames", modules=["inkface"])
    yield
    enable(former["inkface"], modules=["inkface"])


@pytest.fixture
def drawing(tmp_path: Path) -> str:
    path = tmp_path / "drawing.svg"
    path.write_text(DRAWING)
    return str(path)


def element(drawing: str) -> Any:
    return inkface.loadsvg(drawing)["low"]


class Thing: ...


def test_it_is_one_extension() -> None:
    assert [(each.name, each.level()) for each in extensions(["inkface"])] == [("inkface", "frames")]
    with pytest.raises(ValueError, match="nonsense"):
        inkface.__owned_debug__("nonsense")


def test_a_leak_by_its_line() -> None:
    with pytest.raises(owned_debug.HandleLeak, match=r"\+1 of 1 +made  Owned<Any> at .*leak.rs:\d+ \(into_raw\)"):
        with no_leaks():
            inkface._leak(Thing())


def test_nothing_leaks_from_a_drawing(drawing: str) -> None:
    def work() -> None:
        canvas = inkface.canvas(64, 48)
        canvas.register_elements(inkface.loadsvg(drawing))
        canvas.refresh()

    with no_leaks():
        work()
    assert not hunt(work).leaks


def test_looking_changes_nothing_that_lives(drawing: str) -> None:
    kept = element(drawing)
    first = snapshot()
    explain(kept), live(), hunt(lambda: None)
    assert not owned_debug.diff(first, snapshot())


def test_hunt_names_the_lines() -> None:
    found = hunt(lambda: inkface._leak(Thing())).leaks
    assert [finding.slope for finding in found if finding.kind == "handle"] == [1.0, 1.0]
    assert any(finding.site.endswith("Thing") for finding in found)


def test_hunt_tells_the_root_from_what_it_holds(drawing: str) -> None:
    found = [each for each in hunt(lambda: inkface._leak(element(drawing))).leaks if each.kind == "handle"]
    roots = [each.site for each in found if not each.because]
    assert len(roots) == 2 and all("leak.rs" in site for site in roots)
    assert [each.site for each in found[:2]] == roots
    assert all(set(each.because) <= set(roots) for each in found[2:])


def test_explain_names_handles_and_fields(drawing: str) -> None:
    lost, handler = Thing(), lambda *arguments: None
    inkface._leak(lost)
    told = explain(lost)
    assert told.unseen == 0 and told.total == 3
    assert sum(holder.kind == "handle" and holder.references for holder in told.holders) == 2
    low = element(drawing)
    low.onTap = handler
    told = explain(handler)
    assert told.unseen == 0 and told.total == 2
    assert "attribute .onTap of inkface.element object" in str(told)
    assert "(a field above)" in str(told)


def test_cycles_through_a_handler_are_named_and_collected(drawing: str) -> None:
    def work() -> None:
        low = element(drawing)
        low.onTap = lambda *arguments: low

    [cycle] = cycles(work)
    assert ".onTap" in cycle.hops
    audit = audit_gc(inkface.element, make=lambda: element(drawing))
    assert audit.ok and "onTap" in audit.collected


def test_failing_allocations_leave_nothing() -> None:
    pytest.importorskip("_testcapi")
    assert sweep_failures(lambda: inkface.canvas(64, 48), isolate=True).clean
    assert not sweep_failures(lambda: inkface._leak(None), isolate=True).clean


def test_the_command_wakes_it(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text("import inkface\ndef leak():\n    inkface._leak([])\nif __name__ == '__main__': leak()\n")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([os.path.dirname(inkface.__file__), search_path()])}

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "owned_debug", *arguments]
        return subprocess.run(command, capture_output=True, text=True, check=False, env=environment)

    done = run("run", str(script))
    assert done.returncode == 1 and done.stdout.startswith("2 handles more than before:"), done.stdout + done.stderr
    done = run("hunt", "--runs=3", f"{script}:leak")
    assert done.returncode == 1 and "leak.rs" in done.stdout, done.stdout + done.stderr
