# names: letter_counts
import extension


def step():
    try:
        extension.letter_counts(["one", "three"])
    except MemoryError:
        pass
