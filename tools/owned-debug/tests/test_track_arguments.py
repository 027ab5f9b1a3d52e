"""How commands of compilers are read: what they compile, and to what."""

from pathlib import Path

import pytest

from owned_debug.track.arguments import Language, parse


@pytest.fixture(autouse=True)
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with sources, in which the commands are read."""
    monkeypatch.chdir(tmp_path)
    for name in ("a.c", "b.c", "c.cpp", "d.txt", "e.o", "a b.c"):
        (tmp_path / name).touch()
    return tmp_path


@pytest.mark.parametrize(
    ("driver", "command", "sources", "output"),
    [
        ("c", "-c a.c", {"a.c": "c"}, "a.o"),
        ("c", "-c a.c -o x/y.o", {"a.c": "c"}, "x/y.o"),
        ("c", "-ox.o -c a.c", {"a.c": "c"}, "x.o"),
        ("c", "-shared a.c b.c e.o -lm", {"a.c": "c", "b.c": "c"}, "a.out"),
        ("c", "-c a.c c.cpp", {"a.c": "c", "c.cpp": "c++"}, "a.o"),
        ("c++", "-c a.c", {"a.c": "c++"}, "a.o"),
        ("c++", "-x c -c a.c", {"a.c": "c"}, "a.o"),
        ("c", "-xc++ -c a.c", {"a.c": "c++"}, "a.o"),
        ("c", "-x c d.txt -x none -c e.o b.c", {"d.txt": "c", "b.c": "c"}, "d.o"),
        ("c", "-include a.c -MF b.c -D a.c -c -- c.cpp", {"c.cpp": "c++"}, "c.o"),
        ("c", "-MD -MF -c -c a.c", {"a.c": "c"}, "a.o"),
        ("c", "-c missing.c", {}, None),
        ("c", "-shared e.o -o x.so", {}, None),
        ("c", "-E a.c", {}, None),
        ("c", "-S a.c", {}, None),
        ("c", "-MM a.c", {}, None),
        ("c", "a.c -###", {}, None),
        ("c", "-x c-header -c d.txt", {}, None),
    ],
)
def test_what_is_compiled(
    driver: Language, command: str, sources: dict[str, Language], output: str | None, files: Path
) -> None:
    read = parse(driver, command.split())
    assert {each.path: each.language for each in read.sources} == sources
    if output is not None:
        assert read.output_of(read.sources[0]) == str(files / output)


def test_sources_are_taken_out_and_values_are_not() -> None:
    read = parse("c", ["-c", "-include", "a.c", "a.c", "a b.c", "-O2"])
    assert read.alone and read.without(read.sources) == ["-c", "-include", "a.c", "-O2"]


def test_response_files_may_name_each_other(files: Path) -> None:
    (files / "one").write_text("-c 'a b.c' @two")
    (files / "two").write_text("@one -O2")
    assert "-O2" in parse("c", ["@one"]).words
    assert parse("c", ["@missing", "-c", "a.c"]).words[0] == "@missing"
