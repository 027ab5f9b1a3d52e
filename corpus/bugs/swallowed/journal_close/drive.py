import sys

import extension


def step():
    seen = []

    def close(count):
        raise OSError(f"{count} entries are lost")

    before, sys.unraisablehook = sys.unraisablehook, lambda unraisable: seen.append(str(unraisable.exc_value))
    try:
        journal = extension.Journal(close)
        journal.write("first")
        del journal
    finally:
        sys.unraisablehook = before
