import extension


def step():
    assert extension.order(2) == [(0, "part"), (1, "part")]
