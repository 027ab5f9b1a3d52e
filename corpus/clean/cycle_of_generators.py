"""Generators that hold themselves through their own variables."""


def ticking(box):
    total = 0
    while True:
        total += yield total
        box.append(total)


def step():
    for _ in range(10):
        box = []
        generator = ticking(box)
        box.append(generator)
        next(generator)
        assert generator.send(3) == 3
        del generator, box
