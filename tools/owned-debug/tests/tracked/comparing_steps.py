"""Elements and lengths meet their like alone, and are gone at the end."""


def step(module):
    class Own(module.Element):
        pass

    assert module.Element() <= Own()
    module.one_inch() + module.one_inch()
