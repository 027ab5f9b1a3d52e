"""Many functions over one cell, some of which are stored and replaced."""

current = []


def handlers(count):
    made = []
    for number in range(count):
        made.append(lambda: (number, made))
    return made


def step():
    current[:] = handlers(10)
    assert {handler()[0] for handler in current} == {9}
    assert current[0]()[1] == current
