"""Classes that register themselves when they are defined, at import, for good."""

plugins = {}


class Plugin:
    def __init_subclass__(cls, name, **options):
        super().__init_subclass__(**options)
        plugins[name] = cls

    def run(self, text):
        raise NotImplementedError


class Upper(Plugin, name="upper"):
    def run(self, text):
        return text.upper()


class Reverse(Plugin, name="reverse"):
    def run(self, text):
        return text[::-1]


def step():
    results = {name: plugin().run("abc") for name, plugin in plugins.items()}
    assert results == {"upper": "ABC", "reverse": "cba"}
