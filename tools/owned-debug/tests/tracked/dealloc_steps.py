"""An element comes and goes, with a handler."""


def step(module):
    element = module.Element()
    element.on_tap = lambda element: None
