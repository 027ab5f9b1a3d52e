"""A process for each function, a few at a time, so that a crash is that function's and ends nothing else."""

import json
import os
import select
import signal
import sys
import time
import traceback

PATIENCE = 30.0  # seconds for one stage


class Child:
    """A process that examines one function, from a stage on."""

    def __init__(self, plan, examination, skip):
        self.plan, self.skip, self.buffer = plan, skip, b""
        self.said = os.path.abspath("said-%d" % plan["index"])
        reader, writer = os.pipe()
        sys.stdout.flush()
        self.pid = os.fork()
        if self.pid == 0:
            os.close(reader)
            work(plan, examination, skip, writer, self.said)
        os.close(writer)
        self.reader = reader
        self.heard = time.monotonic()
        self.stage = None
        self.state = None
        self.done = self.late = False

    def read(self):
        """Takes in what it says; False at the end."""
        part = os.read(self.reader, 1 << 16)
        self.heard = time.monotonic()
        self.buffer += part
        *lines, self.buffer = self.buffer.split(b"\n")
        for line in lines:
            message = json.loads(line)
            if "stage" in message:
                self.stage = message
            else:
                self.state, self.done = message["state"], message["done"]
        return bool(part)

    def last_words(self):
        try:
            with open(self.said, errors="replace") as file:
                lines = [line.strip() for line in file if line.strip()]
        except OSError:
            return ""
        telling = [line for line in lines if "ssert" in line or "Fatal" in line or "rror" in line]
        return (telling or lines or [""])[0][:200]


def work(plan, examination, skip, writer, said):
    """The child."""
    status = 1
    try:
        output = os.open(said, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        os.dup2(output, 1)
        os.dup2(output, 2)

        def say(message):
            os.write(writer, json.dumps(message).encode() + b"\n")

        here = examination(plan)
        for at, (name, kind, action) in enumerate(here.stages()):
            if at < skip:
                continue
            say({"stage": at, "name": name, "kind": kind})
            try:
                action()
            except BaseException as error:
                here.verdict.notes.append("%s: the probe: %s: %s" % (name, type(error).__name__, error))
                traceback.print_exc()
            say({"state": here.state(), "done": False})
        say({"state": here.state(), "done": True})
        status = 0
    finally:
        os._exit(status)


def examine(plans, examination, jobs):
    """The results, as they come."""
    waiting, running = list(reversed(plans)), {}
    results = {}
    while waiting or running:
        while waiting and len(running) < jobs:
            plan = waiting.pop()
            results[plan["index"]] = {"name": plan["name"], "states": [], "crashes": []}
            child = Child(plan, examination, 0)
            running[child.reader] = child
        ready, _, _ = select.select(list(running), [], [], 1.0)
        for reader in ready:
            child = running[reader]
            if not child.read():
                end(child, running)
                again = conclude(child, results[child.plan["index"]])
                if again is None:
                    yield results.pop(child.plan["index"])
                else:
                    next_child = Child(child.plan, examination, again)
                    running[next_child.reader] = next_child
        for child in [c for c in running.values() if time.monotonic() - c.heard > PATIENCE]:
            os.kill(child.pid, signal.SIGKILL)
            child.heard = time.monotonic()
            child.late = True


def end(child, running):
    del running[child.reader]
    os.close(child.reader)
    _, status = os.waitpid(child.pid, 0)
    child.status = status


def conclude(child, result):
    """Takes over what it found; the stage to go on with if it did not come to its end."""
    if child.state is not None:
        result["states"].append(child.state)
    if child.done:
        return None
    if child.late:
        how = "no answer in %d s" % PATIENCE
    elif os.WIFSIGNALED(child.status):
        how = signal.Signals(os.WTERMSIG(child.status)).name
    else:
        how = "exit code %d" % os.WEXITSTATUS(child.status)
    words = child.last_words()
    stage = child.stage or {"stage": 0, "name": "start", "kind": "call"}
    result["crashes"].append({"stage": stage["name"], "kind": stage["kind"], "how": how, "words": words})
    return stage["stage"] + 1
