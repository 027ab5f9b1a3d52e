"""The last failure is stored with its traceback, and replaced by the next one."""

import traceback

last = None


class Refused(Exception):
    def __init__(self, reason, details):
        super().__init__(reason)
        self.details = details


def attempt(number):
    details = [number] * 10
    try:
        return [][number]
    except IndexError as error:
        raise Refused(f"attempt {number}", details) from error


def step():
    global last
    for number in range(5):
        try:
            attempt(number)
        except Refused as error:
            last = error
    assert last.__cause__.__class__ is IndexError
    traceback.clear_frames(last.__traceback__)
    last.__traceback__ = None
