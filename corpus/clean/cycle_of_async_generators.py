"""Asynchronous generators driven by hand, and left before their end."""


async def numbers(keep):
    keep.append(keep)
    for number in range(10):
        yield number


def run(awaitable):
    try:
        awaitable.send(None)
    except StopIteration as stop:
        return stop.value
    raise AssertionError("it waits")


def step():
    for _ in range(5):
        generator = numbers([])
        assert [run(generator.__anext__()) for _ in range(3)] == [0, 1, 2]
        run(generator.aclose())
