# names: results.Cursor
import gc

import extension


def step():
    rows = {"first": [1, 2], "second": [3]}
    cursor = extension.Cursor()
    cursor.rows, cursor.next = rows, cursor
    del cursor
    gc.collect(0)
