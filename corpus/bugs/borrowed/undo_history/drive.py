import extension


class Insert:
    def __init__(self, text):
        self.text = text


def step():
    history = [Insert(word) for word in "to be or not".split()]
    while history:
        kind = extension.take_last(history)
        assert isinstance(kind, str)
