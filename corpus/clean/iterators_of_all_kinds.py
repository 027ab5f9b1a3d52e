"""The tools of `itertools`, used to their end or left before it."""

import itertools


def step():
    lines = itertools.chain.from_iterable([number] * 3 for number in range(10))
    first, second = itertools.tee(lines)
    assert list(itertools.islice(first, 4)) == [0, 0, 0, 1] and sum(second) == 135
    groups = {key: len(list(items)) for key, items in itertools.groupby("aabbbc")}
    assert groups == {"a": 2, "b": 3, "c": 1}
    assert next(itertools.cycle(itertools.permutations("abc"))) == ("a", "b", "c")
    assert list(itertools.accumulate(range(5), initial=100))[-1] == 110
    assert len(list(itertools.product(range(4), repeat=3))) == 64
    assert next(itertools.zip_longest(itertools.count(), [], fillvalue=[])) == (0, [])
