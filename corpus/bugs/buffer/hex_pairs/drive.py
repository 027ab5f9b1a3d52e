# names: Packet
import extension


class Packet(bytearray):
    pass


def step():
    assert extension.decode(Packet(b"6869")) == b"hi"
    try:
        extension.decode(Packet(b"686"))
    except ValueError:
        pass
