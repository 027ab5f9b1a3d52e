import extension


class Sink:
    def __init__(self):
        self.count = 0

    def write(self, record):
        self.count += 1


opened = False


def step():
    global opened
    if not opened:
        extension.open(Sink())
        opened = True
    extension.write("one more step")
