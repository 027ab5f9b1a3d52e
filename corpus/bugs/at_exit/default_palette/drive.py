# names: default_palette.Palette
import extension


def step():
    assert extension.standard()[1] == 0x111111
