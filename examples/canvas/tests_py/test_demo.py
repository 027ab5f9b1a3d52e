"""The demo: what it reports, what it exits with, and where its leaks are said to be."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from support import changed_copy, drawings, measure, png

pytestmark = pytest.mark.skipif(not measure.LEDGER, reason="the demo needs a build that counts handles")

CANVAS = Path(__file__).parents[1]
LEAKS = ("mem::forget", "into_raw")
EVENTS = 5_000


def demo(folder, *arguments, module=None):
    """Runs the demo, which writes `folder/deep/frame.png`; returns its exit code, output and errors."""
    command = [sys.executable, CANVAS / "demo.py", "--output", folder / "deep" / "frame.png", *map(str, arguments)]
    environment = os.environ | ({"PYTHONPATH": str(module)} if module else {})
    done = subprocess.run(command, env=environment, cwd=folder, capture_output=True, text=True)
    return done.returncode, done.stdout, done.stderr


def number(text):
    return int(text.replace(",", ""))


def block(output, heading):
    """The numbers and names of the lines that follow a heading, as long as they are indented."""
    after = re.split(f"^{heading}.*\n", output, maxsplit=1, flags=re.MULTILINE)[1]
    lines = re.match(r"(?: .*\n)*", after)[0].splitlines()
    return [(int(count), name) for count, name in (line.split(maxsplit=1) for line in lines)]


def assert_sound(output, events):
    """What the demo says holds together, and says that nothing is left."""
    played, calls = map(number, re.search(r"^events +([\d,]+), .* ([\d,]+) times$", output, re.MULTILINE).groups())
    assert played == events and events <= 2 * calls <= 20 * events
    assert number(re.search(r"^speed +([\d,]+) events a second$", output, re.MULTILINE)[1]) > 0
    born = int(re.search(r"^face at birth +(\d+) references:$", output, re.MULTILINE)[1])
    assert sum(count for count, _ in block(output, "face at birth")) == born > 0
    before, after = block(output, "live handles .* before:"), block(output, "live handles .* after:")
    assert before == after
    for when, sites in (("before", before), ("after", after)):
        total = int(re.search(rf"^live handles +(\d+) {when}:$", output, re.MULTILINE)[1])
        assert total == sum(count for count, _ in sites)
    assert "\nleft alive     nothing\n" in output and "FAULT" not in output


def test_nothing_is_left_alive(tmp_path):
    code, output, errors = demo(tmp_path, "--events", EVENTS)
    assert (code, errors) == (0, ""), output + errors
    assert_sound(output, EVENTS)
    width, height, pixels = png.read(tmp_path / "deep" / "frame.png")
    assert (width, height) == (800, 480) and len(set(pixels)) > 10


@pytest.mark.parametrize("own", sorted(drawings.OWN.glob("*.svg")), ids=lambda path: path.stem)
def test_each_drawing_of_our_own(tmp_path, own):
    code, output, errors = demo(tmp_path, own, "--events", 500)
    assert (code, errors) == (0, ""), output + errors
    assert_sound(output, 500)


def test_the_drawings_of_2008(tmp_path):
    folder = drawings.originals()
    if folder is None:
        pytest.skip("not run: no drawings")
    found = sorted(folder.rglob("*.svg"))
    assert len(found) == 6
    for drawing in found:
        code, output, errors = demo(tmp_path, drawing, "--events", 500)
        assert (code, errors) == (0, ""), f"{drawing}\n{output}{errors}"
        assert_sound(output, 500)


def leaks_in(source):
    """The lines that leak, as the source has them."""
    lines = source.read_text().splitlines()
    found = [[number for number, line in enumerate(lines, 1) if f"{leak}(" in line] for leak in LEAKS]
    assert [len(numbers) for numbers in found] == [1, 1], found
    return [numbers[0] for numbers in found]


def assert_names(lines, code, output):
    """The report is a failure; of the file with the leaks it names these lines alone, with one handle each.

    Other lines are named too: what is leaked is a face, which keeps its elements and handlers.
    """
    assert code == 1, output
    changes = block(output, "FAULT          handles were left alive:")
    found = [(count, re.search(r"leak\.rs:(\d+)", name)) for count, name in changes]
    assert [(count, int(line[1])) for count, line in found if line] == [(1, line) for line in lines], output
    assert "FAULT          the face is still alive" in output and "left alive     nothing" not in output


def test_two_leaks_are_reported_by_line(tmp_path):
    code, output, _ = demo(tmp_path, "--leaky", "--events", 100)
    assert_names(leaks_in(CANVAS / "src" / "leak.rs"), code, output)


def test_the_report_follows_lines_that_move(tmp_path):
    def move(example):
        source = example / "src" / "leak.rs"
        for more, leak in enumerate(LEAKS, 1):
            lines = source.read_text().splitlines(keepends=True)
            (at,) = [at for at, line in enumerate(lines) if f"{leak}(" in line]
            lines[at:at] = ["    // Moved.\n"] * 3 * more
            source.write_text("".join(lines))
        lines_after.extend(leaks_in(source))

    lines_after = []
    module = changed_copy.build(move)
    first, second = leaks_in(CANVAS / "src" / "leak.rs")
    assert lines_after == [first + 3, second + 9]
    code, output, _ = demo(tmp_path, "--leaky", "--events", 100, module=module)
    assert_names(lines_after, code, output)


def test_a_drawing_that_is_not_there(tmp_path):
    code, output, errors = demo(tmp_path, tmp_path / "none.svg")
    assert (code, output) == (1, "")
    assert str(tmp_path / "none.svg") in errors and "Traceback" not in errors


@pytest.mark.parametrize("content", ["", "no drawing", "<svg", "\x89PNG\r\n"])
def test_what_is_no_drawing(tmp_path, content):
    path = tmp_path / "wrong.svg"
    path.write_text(content)
    code, output, errors = demo(tmp_path, path)
    assert (code, output) == (1, "")
    assert errors.startswith(f"{path}: ") and "Traceback" not in errors


def test_a_picture_that_cannot_be_written(tmp_path):
    (tmp_path / "deep").write_text("a file where a folder should be")
    code, _, errors = demo(tmp_path, "--events", 10)
    assert code == 1
    assert str(tmp_path / "deep") in errors and "Traceback" not in errors


@pytest.mark.parametrize("events", ["0", "-1", "many"])
def test_a_number_of_events_that_is_none(tmp_path, events):
    code, output, errors = demo(tmp_path, "--events", events)
    assert (code, output) == (2, "")
    assert "--events" in errors and "Traceback" not in errors
