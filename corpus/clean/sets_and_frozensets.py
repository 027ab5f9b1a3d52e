"""Sets of sets, grown and shrunk."""


def step():
    parts = {frozenset(range(number)) for number in range(20)}
    assert frozenset.union(*parts) == frozenset(range(19))
    numbers = set(range(1000))
    numbers -= set(range(0, 1000, 2))
    numbers ^= {1, 2}
    assert len(numbers) == 500
    while numbers:
        numbers.pop()

    class Odd:
        __hash__ = None

    try:
        numbers.add(Odd())
    except TypeError as error:
        assert "unhashable" in str(error)
