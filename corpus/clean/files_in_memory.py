"""Streams of text and bytes, one on top of the other, and detached."""

import io


class Counting(io.RawIOBase):
    def __init__(self, size):
        self.left = size

    def readable(self):
        return True

    def readinto(self, buffer):
        count = min(len(buffer), self.left)
        buffer[:count] = b"a\n"[:1] * count
        self.left -= count
        return count


def step():
    assert len(io.BufferedReader(Counting(10_000)).read()) == 10_000
    text = io.TextIOWrapper(io.BytesIO("ä\nb\n".encode()), encoding="utf-8", newline="")
    assert list(text) == ["ä\n", "b\n"]
    below = text.detach()
    view = below.getbuffer()
    assert view[0] == 0xC3
    view.release()
    below.close()
