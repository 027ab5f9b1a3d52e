"""Exceptions that are kept in a local variable, with the frames that hold that variable."""


def fail(depth):
    ballast = [depth] * 5
    if depth == 0:
        raise ValueError("at the bottom", ballast)
    fail(depth - 1)


def attempt():
    try:
        fail(4)
    except ValueError as error:
        kept = error
    return kept.args[0], kept.__traceback__.tb_frame


def step():
    for _ in range(3):
        text, frame = attempt()
        assert text == "at the bottom" and "kept" in frame.f_locals
