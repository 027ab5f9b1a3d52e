"""Runs a sweep in a forked process, so that what crashes the interpreter ends the fork and not the sweep."""

from __future__ import annotations

import os
import pickle
import signal
import sys
from collections.abc import Callable, Iterator
from typing import BinaryIO

from .sweeping import Leftover, Step


class ChildFailed(RuntimeError):
    """The forked process ended for another reason than a failing allocation."""


def isolated(steps: Callable[[int], Iterator[Step]]) -> Iterator[Step]:
    """The steps that `steps` gives from 0 on. One that crashes becomes a step that says which signal it was."""
    if not hasattr(os, "fork"):
        raise ChildFailed("this system cannot fork: sweep without isolate")
    done = 0
    while True:
        reading, writing = os.pipe()
        # What is buffered would be written by both processes.
        sys.stdout.flush()
        sys.stderr.flush()
        child = os.fork()
        if child == 0:
            os.close(reading)
            _child(steps, done, writing)
        os.close(writing)
        start, ended = done, False
        with os.fdopen(reading, "rb") as pipe:
            for message in _messages(pipe):
                if isinstance(message, str):
                    os.waitpid(child, 0)
                    raise ChildFailed(message)
                if message is None:
                    ended = True
                    break
                done += 1
                yield message
        _, status = os.waitpid(child, 0)
        if ended:
            return
        if not os.WIFSIGNALED(status):
            raise ChildFailed(f"the function ended the process, with exit status {os.waitstatus_to_exitcode(status)}")
        name = signal.Signals(os.WTERMSIG(status)).name
        if done == start and start == 0 and name == "SIGKILL":
            raise ChildFailed("the forked process was killed")
        yield Step(name, Leftover(done, name, {}, 0))
        done += 1


def _child(steps: Callable[[int], Iterator[Step]], start: int, writing: int) -> None:
    """Write every step, then None, or a text that says what went wrong; never returns."""
    code = 1
    try:
        for step in steps(start):
            os.write(writing, pickle.dumps(step))
        os.write(writing, pickle.dumps(None))
        code = 0
    except BaseException as error:
        os.write(writing, pickle.dumps(f"{type(error).__name__}: {error}"))
    finally:
        os._exit(code)


def _messages(pipe: BinaryIO) -> Iterator[Step | str | None]:
    while True:
        try:
            message: Step | str | None = pickle.load(pipe)
        except EOFError:
            return
        yield message
