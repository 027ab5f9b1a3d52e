"""A large table that is made at import and meant to live to the end."""

TABLE = {number: [number, number * number, {"root": number}] for number in range(2000)}
NAMES = {f"name {number}": number for number in TABLE}


def step():
    total = sum(TABLE[NAMES[f"name {number}"]][1] for number in range(0, 2000, 100))
    assert total == sum(number * number for number in range(0, 2000, 100))
