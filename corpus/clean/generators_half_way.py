"""Generators that are left before their end: closed, dropped, and failed."""


def lines(log):
    try:
        for number in range(1000):
            yield [number]
    finally:
        log.append("closed")


def nested(log):
    yield from lines(log)


def step():
    log = []
    for _ in range(5):
        generator = nested(log)
        assert next(generator) == [0]
    generator.close()
    failing = lines(log)
    next(failing)
    try:
        failing.throw(KeyError("stop"))
    except KeyError as error:
        assert error.args == ("stop",)
    assert len(log) == 6
