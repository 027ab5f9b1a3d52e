import extension

weights = [object() for _ in range(4)]


def step():
    try:
        assert extension.occurrences(weights * 5, weights[1]) == 5
    except RuntimeError:  # A library that looks where it runs refuses.
        pass
