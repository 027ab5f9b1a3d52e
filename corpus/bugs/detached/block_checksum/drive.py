import zlib

import extension


def step():
    block = b"Wikipedia" * 50
    assert extension.checksum(block) == zlib.adler32(block)
