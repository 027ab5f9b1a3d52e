# names: codecs_c.Codec
import extension


def step():
    assert extension.default_codec() is extension.DEFAULT
