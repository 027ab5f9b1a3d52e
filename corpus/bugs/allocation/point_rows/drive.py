import extension


def step():
    try:
        extension.rows([(1.5, 2.5), (3.5, 4.5)])
    except MemoryError:
        pass
