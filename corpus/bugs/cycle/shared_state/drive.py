import extension


class View:
    def __init__(self):
        self.version = 0
        self.document = extension.Document()
        self.document.on_change(self.changed)

    def changed(self, version):
        self.version = version


def step():
    view = View()
    view.document.edit()
    assert view.version == 1
