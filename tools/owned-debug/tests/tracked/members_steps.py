"""A canvas and a layer come and go; what they hold is replaced, deleted, set again."""

LIST = []


def step(module):
    assert module.is_shown()
    canvas = module.Canvas(True)
    canvas.fullscreen = False
    assert canvas.fullscreen is False and canvas.title is None and canvas.first is False
    canvas.title = LIST
    canvas.title = [canvas.title]
    del canvas.title
    assert canvas.title is None
    del canvas.title
    del canvas.fullscreen
    canvas.title = "last"
    layer = module.Layer()
    layer.elements = (1, 2)
    assert layer.elements == (1, 2)
    del layer.elements
    module.all.clear()
