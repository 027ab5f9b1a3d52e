"""What a command of GCC or Clang is about: its sources, its output, and whether it compiles at all."""

from __future__ import annotations

import os
import shlex
from collections.abc import Sequence
from typing import Literal, NamedTuple

Language = Literal["c", "c++"]

C = (".c",)
CXX = (".cc", ".cp", ".cxx", ".cpp", ".c++", ".C", ".CPP")

# Options whose value is an argument of its own, and could be taken for a file.
WITH_VALUE = frozenset(
    """-o -x -I -L -D -U -l -B -T -e -u -z -A -V -b -include -imacros -isystem -idirafter -iquote -isysroot --sysroot
    -iprefix -iwithprefix -iwithprefixbefore -imultilib -MF -MT -MQ -Xlinker -Xpreprocessor -Xassembler -Xclang -mllvm
    -arch -target -framework -weak_framework -F -iframework --param -aux-info -dumpbase -dumpbase-ext -dumpdir -specs
    -wrapper -install_name -compatibility_version -current_version -undefined -exported_symbols_list -bundle_loader
    -rpath -MJ
    """.split()
)

# With one of these nothing is compiled, whatever else is said. (`-MD` and `-MMD` compile.)
NO_COMPILATION = frozenset(("-E", "-S", "-M", "-MM", "-fsyntax-only", "-###", "--version", "--help", "-dumpversion"))


class Source(NamedTuple):
    """A file to be compiled."""

    path: str
    """As the command names it."""
    language: Language


class Command(NamedTuple):
    """A command of a compiler."""

    words: list[str]
    """All arguments, those of response files among them."""
    sources: list[Source]
    """Empty if nothing is compiled: the command then links, preprocesses or answers a question."""
    output: str | None
    compile_only: bool

    @property
    def alone(self) -> bool:
        """Whether the sources are compiled apart from each other, so that each can have a command of its own."""
        return self.compile_only and self.output is None

    def without(self, sources: Sequence[Source]) -> list[str]:
        """The arguments without these sources."""
        paths = {each.path for each in sources}
        return [word for word, is_file in _told(self.words) if not (is_file and word in paths)]

    def output_of(self, source: Source) -> str:
        """The absolute path of what the source is compiled to; linked at once, it is the linked file."""
        if self.output is not None:
            return os.path.abspath(self.output)
        stem = os.path.splitext(os.path.basename(source.path))[0]
        return os.path.abspath(f"{stem}.o" if self.compile_only else "a.out")


def parse(driver: Language, arguments: Sequence[str]) -> Command:
    """Reads the command of `cc` or `c++`; the latter compiles C as C++."""
    words = expand(arguments)
    sources: list[Source] = []
    output: str | None = None
    language: str | None = None
    previous = ""
    for word, is_file in _told(words):
        if is_file:
            spoken = language or _language(word, driver)
            if spoken in ("c", "c++") and os.path.isfile(word):
                sources.append(Source(word, "c" if spoken == "c" else "c++"))
        elif previous == "-x" or (word.startswith("-x") and len(word) > 2):
            name = word.removeprefix("-x")
            language = None if name == "none" else name
        elif previous == "-o" or (word.startswith("-o") and len(word) > 2 and not word.startswith("-object")):
            output = word if previous == "-o" else word[2:]
        previous = word if word in WITH_VALUE and not previous else ""
    if NO_COMPILATION.intersection(words):
        sources = []
    return Command(words, sources, output, "-c" in words)


def expand(arguments: Sequence[str], depth: int = 0) -> list[str]:
    """The arguments with what stands in response files in their place."""
    words: list[str] = []
    for word in arguments:
        # What cannot be read, or names itself, is left to the compiler, as the compiler does.
        if not word.startswith("@") or depth > 8 or not os.path.isfile(word[1:]):
            words.append(word)
            continue
        with open(word[1:], encoding="utf-8", errors="surrogateescape") as file:
            text = file.read()
        try:
            words += expand(shlex.split(text), depth + 1)
        except ValueError:
            words.append(word)
    return words


def _told(words: Sequence[str]) -> list[tuple[str, bool]]:
    """Each word, and whether it names a file to work on."""
    told = []
    is_value = False
    for word in words:
        told.append((word, not is_value and not word.startswith("-")))
        is_value = not is_value and word in WITH_VALUE
    return told


def _language(path: str, driver: Language) -> Language | None:
    if path.endswith(CXX):
        return "c++"
    return driver if path.endswith(C) else None
