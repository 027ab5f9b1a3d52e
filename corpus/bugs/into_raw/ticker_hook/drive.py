import extension


def step():
    ticks = []
    slot = extension.subscribe(ticks.append)
    try:
        extension.tick(1)
        extension.tick(2)
    finally:
        assert extension.unsubscribe(slot)
    assert ticks == [1, 2]
