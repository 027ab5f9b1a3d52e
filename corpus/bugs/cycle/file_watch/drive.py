import extension


class Editor:
    def __init__(self):
        self.revision = 0
        self.watch = extension.Watch(self.changed)

    def changed(self, revision):
        self.revision = revision


def step():
    editor = Editor()
    editor.watch.touch()
    editor.watch.touch()
    assert editor.revision == 2
