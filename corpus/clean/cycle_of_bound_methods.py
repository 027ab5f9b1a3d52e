"""An object that holds its own bound methods as handlers."""


class Button:
    def __init__(self):
        self.clicks = 0
        self.handlers = {"click": self.clicked, "again": self.clicked}
        self.last = self.handlers.popitem

    def clicked(self):
        self.clicks += 1

    def press(self):
        for handler in self.handlers.values():
            handler()


def step():
    for _ in range(10):
        button = Button()
        button.press()
        assert button.clicks == 2
