"""Coroutines that stop half-way and are reachable only from their own frames."""


class Pause:
    def __await__(self):
        yield self


async def waiting(held):
    held.append("started")
    try:
        await Pause()
        await Pause()
    finally:
        held.append("closed")


def step():
    for _ in range(5):
        held = []
        coroutine = waiting(held)
        held.append(coroutine)
        coroutine.send(None)
        assert held[1] == "started"
        coroutine.close()
        assert held[2] == "closed"
