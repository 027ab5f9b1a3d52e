"""Records with named fields, of a type that is made in each call."""

import numpy as np


def step():
    kind = np.dtype([("name", "U8"), ("place", [("x", "f8"), ("y", "f8")]), ("tags", "i4", (3,))])
    rows = np.zeros(10, dtype=kind)
    rows["name"] = [f"row {number}" for number in range(10)]
    rows["place"]["x"] = np.arange(10)
    rows[3]["tags"] = (1, 2, 3)
    assert rows[np.argsort(-rows["place"]["x"])]["name"][0] == "row 9"
    assert rows.view(np.recarray).tags.sum() == 6
