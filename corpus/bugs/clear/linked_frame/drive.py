import extension


def step():
    first, second = extension.Frame(1), extension.Frame(2)
    first.follow(second)
    second.follow(first)
