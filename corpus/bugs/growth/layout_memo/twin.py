"""Text boxes, and a memo of their widths."""


class Box:
    def __init__(self, words):
        self.words = words

    def __eq__(self, other):
        return isinstance(other, Box) and self.words == other.words

    def __hash__(self):
        return hash(self.words)


widths = {}


def width(box):
    if box not in widths:
        widths[box] = sum(len(word) + 1 for word in box.words)
    return widths[box]


def step():
    boxes = [Box(("draw", "me")), Box(("and", "me", "too"))]
    assert [width(box) for box in boxes] == [8, 11]
