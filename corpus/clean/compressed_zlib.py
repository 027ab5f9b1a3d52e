"""Streams compressed and decompressed in pieces, one left before its end."""

import gzip
import zlib

DATA = b"some text that repeats itself " * 100


def step():
    compressor = zlib.compressobj()
    packed = compressor.compress(DATA) + compressor.flush()
    decompressor = zlib.decompressobj()
    assert decompressor.decompress(packed, 50) == DATA[:50] and decompressor.unconsumed_tail
    assert gzip.decompress(gzip.compress(DATA)) == DATA
    try:
        zlib.decompress(packed[:-3])
    except zlib.error as error:
        assert "incomplete" in str(error)
