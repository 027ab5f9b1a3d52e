import extension


def step():
    ring = []
    assert extension.fill(ring, 5) == 2
    assert len(ring) == 3
