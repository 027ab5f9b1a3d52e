import extension
import zlib


def step():
    block = b"Wikipedia" * 50
    assert extension.checksum(block) == zlib.adler32(block)
