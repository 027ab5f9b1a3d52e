"""The compressions of bz2 and lzma, in pieces."""

import bz2
import lzma

DATA = bytes(range(256)) * 20


def step():
    packed = bz2.compress(DATA)
    decompressor = bz2.BZ2Decompressor()
    assert len(decompressor.decompress(packed, max_length=100)) == 100
    xz = lzma.compress(DATA, preset=0)
    assert lzma.decompress(xz) == DATA
    try:
        lzma.decompress(b"nothing of the kind")
    except lzma.LZMAError as error:
        assert error.args
