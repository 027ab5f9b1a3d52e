"""Records written and read with a compiled format."""

import struct

RECORD = struct.Struct("<I8sd")


def step():
    data = b"".join(RECORD.pack(number, b"name", number / 2) for number in range(50))
    rows = list(RECORD.iter_unpack(data))
    assert rows[49][2] == 24.5
    buffer = bytearray(RECORD.size)
    RECORD.pack_into(buffer, 0, 7, b"x", 1.5)
    assert RECORD.unpack_from(buffer)[0] == 7
