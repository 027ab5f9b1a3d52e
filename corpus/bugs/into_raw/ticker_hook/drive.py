import extension


def step():
    ticks = []
    slot = extension.subscribe(ticks.append)
    extension.tick(1)
    extension.tick(2)
    assert extension.unsubscribe(slot)
    assert ticks == [1, 2]
