# names: tile_level.Level
import extension


def step():
    assert extension.make_level(4, 2).pixels == bytes(8)
    try:
        extension.make_level(1 << 31, 1 << 31)
    except MemoryError:
        pass
