"""Pythons of their own, for what ends them."""

import os
import subprocess
import sys
from pathlib import Path

import owned_sqlite

FOLDER = Path(owned_sqlite.__file__).parent

PRELUDE = """
import gc, os, signal, sys, threading, time, weakref
import owned_sqlite as db
"""


def environment():
    return {**os.environ, "PYTHONPATH": str(FOLDER), "PYTHONFAULTHANDLER": "0"}


def run(source, timeout=120):
    """What a Python of its own does with `source`."""
    command = [sys.executable, "-c", PRELUDE + source]
    return subprocess.run(command, env=environment(), capture_output=True, text=True, timeout=timeout)


def said(source, timeout=120):
    """What it prints. It must end well, and complain of nothing."""
    done = run(source, timeout)
    assert done.returncode == 0, f"{done.returncode}: {done.stderr}"
    assert not done.stderr, done.stderr
    return done.stdout.strip()


def start(source):
    """Starts one whose output is read line by line."""
    command = [sys.executable, "-u", "-c", PRELUDE + source]
    return subprocess.Popen(command, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
