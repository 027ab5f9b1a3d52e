"""Imports tables from texts; what went wrong is summed up for a page at the end."""


class Upload:
    def __init__(self, text):
        self.lines = text.split()


failures = {}


def load(upload):
    return [int(line) for line in upload.lines]


def load_all(texts):
    loaded = 0
    for text in texts:
        upload = Upload(text)  # BUG
        try:
            loaded += len(load(upload))
        except ValueError as error:  # BUG
            failures.setdefault(str(error), []).append(error)  # BUG
    return loaded


def step():
    assert load_all(["1 2 3", "4 five", "6"]) == 4
    assert len(failures) == 1
