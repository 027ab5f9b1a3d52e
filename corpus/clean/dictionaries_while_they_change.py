"""Dictionaries that are changed while somebody looks, and views of them."""


def step():
    table = {number: [number] for number in range(100)}
    try:
        for key in table:
            table[-key] = table
    except RuntimeError as error:
        assert "changed size" in str(error)
    views = table.keys(), table.values(), table.items()
    for key in list(table)[::2]:
        del table[key]
    assert all(len(view) == len(table) for view in views)
    merged = table | {"more": views}
    merged["more"][0].mapping
    table["itself"] = merged
