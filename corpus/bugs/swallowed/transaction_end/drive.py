import sys

import extension


class Journal:
    def __init__(self):
        self.ends = []

    def ended(self, committed):
        if not committed:
            raise ValueError("rolled back")
        self.ends.append(committed)


def quiet(unraisable):
    assert unraisable.exc_type is ValueError


def step():
    journal = Journal()
    before, sys.unraisablehook = sys.unraisablehook, quiet
    try:
        done = extension.Transaction(journal.ended)
        done.commit()
        del done
        extension.Transaction(journal.ended)
    finally:
        sys.unraisablehook = before
    assert journal.ends == [True]
