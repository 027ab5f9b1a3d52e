import extension


def step():
    assert extension.lowest([30_000, 10_000, 20_000], 2) == [10_000, 20_000]
