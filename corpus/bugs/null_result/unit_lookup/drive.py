import extension


def step():
    assert extension.unit("m") == "metre"
    try:
        extension.unit("parsec")
    except (KeyError, SystemError):
        pass
