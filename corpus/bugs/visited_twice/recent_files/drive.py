import gc

import extension


def step():
    file = {"name": "drawing.svg", "pages": [1, 2]}
    menu = extension.Menu()
    menu.opened(file)
    menu.parent = menu
    del menu
    gc.collect(0)
