"""A chain of 20,000 containers that is dropped at once."""


def step():
    chain = None
    for number in range(20_000):
        chain = (chain, number) if number % 2 else [chain]
    depth = 0
    while chain is not None and depth < 100:
        chain, depth = chain[0], depth + 1
    assert depth == 100
