"""A face whose handlers answer with something new each time."""


class Face:
    def wire(self):
        return {"wired": self}

    def on_key(self, symbol):
        return [symbol + 1]


def step(module):
    module.press(Face())
