"""The pointer moves over two clouds, which stay."""

clouds = [tuple([100, 200]), tuple([300, 400])]


def step(module):
    assert module.hit(clouds, 350) == 1
    assert module.hit(clouds, 500) is None
