"""Objects that a finalizer brings back for a moment; then they are let go."""

import gc

revived = []


class Phoenix:
    def __init__(self):
        self.itself = self

    def __del__(self):
        revived.append(self)


def step():
    for _ in range(3):
        Phoenix()
    gc.collect()
    assert 3 <= len(revived) <= 6
    revived.clear()
