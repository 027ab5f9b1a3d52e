import extension

weights = [object() for _ in range(4)]


def step():
    assert extension.occurrences(weights * 5, weights[1]) == 5
