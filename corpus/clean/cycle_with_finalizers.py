"""Objects in a cycle that have a `__del__`."""

ended = 0


class Partner:
    def __init__(self):
        self.other = None

    def __del__(self):
        global ended
        ended += 1
        if self.other is not None:
            self.other.other = None


def step():
    for _ in range(10):
        one, two = Partner(), Partner()
        one.other, two.other = two, one
    assert ended >= 0
