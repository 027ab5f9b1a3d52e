"""Bytes as text and back, identifiers, and codecs with errors handled."""

import base64
import binascii
import codecs
import uuid


def step():
    data = bytes(range(256))
    assert base64.b85decode(base64.b85encode(data)) == base64.b64decode(base64.b64encode(data)) == data
    assert uuid.uuid5(uuid.NAMESPACE_DNS, "example.org").version == 5 and uuid.uuid4() != uuid.uuid4()
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    assert decoder.decode("ä".encode()[:1]) == "" and decoder.decode(b"x", final=True) == "\ufffdx"
    try:
        base64.b64decode("abc")
    except binascii.Error as error:
        assert "padding" in str(error)
    assert "grün".encode("ascii", "xmlcharrefreplace") == b"gr&#252;n"
