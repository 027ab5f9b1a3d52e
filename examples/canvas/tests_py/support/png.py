"""Just enough of a PNG reader: 8 bits, RGB or RGBA, not interlaced."""

import struct
import zlib


def read(path):
    """Width, height, and the pixels as a list of (red, green, blue)."""
    data = path.read_bytes()
    assert data[:8] == b"\x89PNG\r\n\x1a\n", "no PNG signature"
    header, packed, at = None, b"", 8
    while at < len(data):
        (length,) = struct.unpack_from(">I", data, at)
        kind, body = data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        (checksum,) = struct.unpack_from(">I", data, at + 8 + length)
        assert checksum == zlib.crc32(kind + body), f"checksum of {kind}"
        if kind == b"IHDR":
            header = struct.unpack(">IIBBBBB", body)
        elif kind == b"IDAT":
            packed += body
        at += 12 + length
    width, height, depth, colour, _, _, interlaced = header
    assert depth == 8 and colour in (2, 6) and not interlaced, header
    samples = 3 if colour == 2 else 4
    return width, height, list(_pixels(zlib.decompress(packed), width, height, samples))


def _pixels(raw, width, height, samples):
    stride = width * samples
    above = bytearray(stride)
    for row in range(height):
        kind = raw[row * (stride + 1)]
        line = bytearray(raw[row * (stride + 1) + 1 : (row + 1) * (stride + 1)])
        for at in range(stride):
            left = line[at - samples] if at >= samples else 0
            corner = above[at - samples] if at >= samples else 0
            line[at] = (line[at] + _predicted(kind, left, above[at], corner)) & 0xFF
        yield from zip(line[0::samples], line[1::samples], line[2::samples])
        above = line


def _predicted(kind, left, up, corner):
    if kind == 4:
        guess = left + up - corner
        return min((left, up, corner), key=lambda near: abs(guess - near))
    return (0, left, up, (left + up) // 2)[kind]
