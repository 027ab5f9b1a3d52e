"""A drawing is registered, and takes the place of the one before."""


def step(module):
    module.register_elements({"a": [1], "b": [2]})
