"""The page in a real browser: it sorts, filters, shows sources and nodes, and asks the network for nothing."""

from __future__ import annotations

import os
import struct
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from chromium import Browser, executable
from fake_extension import search_path

pytestmark = pytest.mark.skipif(executable() is None, reason="no chromium; on Debian: apt install chromium")

SCRIPT = """\
from fake_extension import install

fake = install()
fake.level = "frames"
kept = []


class Loop:
    pass


def leak():
    loop = Loop()
    kept.append(loop)
    fake.make(file="src/lib.rs", line=2, handle="Owned<b>", object=loop)
    fake.make(file="src/gone.rs", line=9, handle="Py<Any>", object=loop)
    fake.make(file="src/gone.rs", line=9, handle="Py<Any>", object=loop)
"""


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("page")
    (home / "src").mkdir()
    (home / "src/lib.rs").write_text("fn first() {}\nlet kept = object.to_owned(); // <b>\n")
    (home / "app.py").write_text(SCRIPT)
    command = [sys.executable, "-m", "owned_debug", "html", "--runs=4", "-o", "page.html", "app.py:leak"]
    done = subprocess.run(
        command, cwd=home, env={**os.environ, "PYTHONPATH": search_path()}, capture_output=True, text=True
    )
    assert done.returncode == 1, done.stderr
    return home / "page.html"


@pytest.fixture
def browser(page: Path) -> Iterator[Browser]:
    """The page, opened; whatever a test does, nothing may be asked for but the page, and nothing may go wrong."""
    with Browser() as opened:
        opened.open(page)
        yield opened
        opened.run("0")
        assert opened.requests == [page.as_uri()]
        assert opened.errors == []


def column(browser: Browser, number: int) -> list[str]:
    return list(browser.run(f"[...document.querySelectorAll('#rows tr')].map(row => row.cells[{number}].textContent)"))


def test_a_head_sorts(browser: Browser) -> None:
    assert column(browser, 6) == ["8", "4"]
    browser.click("#heads th:nth-child(7) button")
    assert column(browser, 6) == ["4", "8"]
    browser.click("#heads th:nth-child(2) button")
    assert column(browser, 1) == ["src/gone.rs:9", "src/lib.rs:2"]
    assert browser.run("document.querySelector('#heads th:nth-child(2)').ariaSort") == "ascending"


def test_the_filter_hides(browser: Browser) -> None:
    browser.click("#filter")
    browser.ask("Input.insertText", text="LIB.rs")
    assert column(browser, 1) == ["src/lib.rs:2"]
    assert browser.run("document.getElementById('shown').textContent") == "1 of 2"


def test_a_row_shows_its_sources(browser: Browser) -> None:
    browser.click("#rows tr:nth-child(2)")
    here = browser.run("[...document.querySelectorAll('#sources .here')].map(line => line.textContent)")
    assert len(here) == 2
    assert here[0].endswith("let kept = object.to_owned(); // <b>") and "fake.make(" in here[1]
    browser.click("#rows tr:nth-child(1)")
    missing = browser.run("document.querySelector('#sources .missing').textContent")
    assert missing == "src/gone.rs:9: its source was not found"


def test_a_node_shows_its_details(browser: Browser) -> None:
    browser.click(".node.leaked")
    details = browser.run("document.getElementById('details').textContent")
    assert "type: app.Loop" in details and "cell object" not in details
    assert "held by list object [" in details and "held by Owned<b> lib.rs:2" in details


def test_enter_is_a_click(browser: Browser) -> None:
    browser.run("document.querySelector('.node.handle').focus()")
    browser.press_enter()
    assert browser.run("document.querySelector('#details pre').textContent").startswith("address: 0x")
    browser.run("document.querySelector('#rows tr').focus()")
    browser.press_enter()
    assert browser.run("document.querySelectorAll('#sources .source').length") == 2


def test_what_the_collector_does_not_see_is_red(browser: Browser) -> None:
    colours = browser.run("[...document.querySelectorAll('path.edge')].map(p => [p.classList[1] || '', "
                          "getComputedStyle(p).stroke])")  # fmt: skip
    assert {colour for kind, colour in colours if kind == "unseen"} == {"rgb(192, 40, 31)"}
    assert "rgb(192, 40, 31)" not in {colour for kind, colour in colours if kind == ""}
    assert {kind for kind, _ in colours} == {"unseen", ""}


CYCLE = """\
kept = []


class Node:
    pass


def leak():
    first, second, third = Node(), Node(), Node()
    first.next, second.next, third.next = second, third, [first]
    third.first, first.third, first.me = first, third, first
    kept.append(first)
"""

CROSSING = """
[...document.querySelectorAll('#graph path.edge')].flatMap(path => {
  const end = path.getTotalLength(), points = [];
  for (let at = 0; at <= end; at += 2) points.push(path.getPointAtLength(at));
  return [...document.querySelectorAll('#graph .node')].filter(node => {
    const box = node.querySelector('rect').getBBox();
    return points.some(p => p.x > box.x + 1 && p.x < box.x + box.width - 1 && p.y > box.y + 1
      && p.y < box.y + box.height - 1);
  }).map(node => node.ariaLabel);
})"""


def test_no_edge_of_a_cycle_runs_across_a_box(tmp_path: Path) -> None:
    (tmp_path / "app.py").write_text(CYCLE)
    command = [sys.executable, "-m", "owned_debug", "html", "--runs=4", "-o", "page.html", "app.py:leak"]
    subprocess.run(command, cwd=tmp_path, env={**os.environ, "PYTHONPATH": search_path()}, capture_output=True)
    with Browser() as opened:
        opened.open(tmp_path / "page.html")
        back = "graph.edges.filter(e => graph.nodes[e.held].layer <= graph.nodes[e.holder].layer).length"
        assert opened.run(back) > 0
        assert opened.run(CROSSING) == []
        outside = "[...document.querySelectorAll('#graph path')].filter(path => (box => box.x < 0 || box.y < 0"
        outside += " || box.x + box.width > svg.width.baseVal.value)(path.getBBox())).length"
        assert opened.run(outside) == 0


def test_a_drawing_that_is_wider_than_the_window_says_so(browser: Browser, tmp_path: Path) -> None:
    for width, hidden in ((400, False), (2400, True)):
        browser.look(tmp_path / "page.png", width, 900)
        assert browser.run("document.getElementById('wider').hidden") is hidden


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [400, 1400])
def test_nothing_is_wider_than_the_window(browser: Browser, tmp_path: Path, scheme: str, width: int) -> None:
    picture = tmp_path / "page.png"
    browser.look(picture, width, 900, scheme)
    assert struct.unpack(">I", picture.read_bytes()[16:20])[0] == width
    assert browser.run("document.documentElement.scrollWidth") <= width
    back = browser.run("getComputedStyle(document.body).backgroundColor")
    assert back == {"light": "rgb(244, 246, 248)", "dark": "rgb(18, 22, 27)"}[scheme]
