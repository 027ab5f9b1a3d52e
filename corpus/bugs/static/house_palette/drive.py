# names: Palette
import extension


class Palette(list):
    pass


def step():
    assert extension.colour(1, Palette(["black", "white"])) == "white"
