import extension


class Format:
    def __init__(self):
        self.digits = 2

    def __call__(self, number):
        return f"{number:.{self.digits}f}"


def step():
    assert extension.format_all([1.5, 2.25], Format()) == ["1.50", "2.25"]
