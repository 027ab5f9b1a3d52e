import extension


class Tally:
    def __init__(self):
        self.lengths = {}

    def __call__(self, word):
        self.lengths[word] = len(word)


def step():
    tally = Tally()
    assert extension.scan("to be or not", tally) == 4
    assert tally.lengths["not"] == 3
