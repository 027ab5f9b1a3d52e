"""Parsers of command lines with subcommands, made anew each call, and wrong arguments."""

import argparse
import contextlib
import io
import shlex


def parser():
    made = argparse.ArgumentParser(prog="tool")
    made.add_argument("--verbose", "-v", action="count", default=0)
    commands = made.add_subparsers(dest="command")
    copying = commands.add_parser("copy", help="copies")
    copying.add_argument("files", nargs="+")
    copying.set_defaults(parser=made)
    return made


def step():
    options = parser().parse_args(shlex.split("-vv copy 'a b' c"))
    assert options.files == ["a b", "c"] and options.verbose == 2
    said = io.StringIO()
    with contextlib.redirect_stderr(said):
        try:
            parser().parse_args(["remove"])
        except SystemExit as stop:
            assert stop.code == 2
    assert "invalid choice" in said.getvalue()
