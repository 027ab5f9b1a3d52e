# names: volumes.Volume
import sys

import extension


def busy():
    raise OSError("the device is busy")


def step():
    seen = []
    before, sys.unraisablehook = sys.unraisablehook, lambda unraisable: seen.append(str(unraisable.exc_value))
    try:
        extension.Volume(busy)
    finally:
        sys.unraisablehook = before
