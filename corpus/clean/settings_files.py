"""Settings read from texts in three forms."""

import configparser
import plistlib
import tomllib


def step():
    parser = configparser.ConfigParser(defaults={"root": "/srv"})
    parser.read_string("[place]\npath = %(root)s/data\nsize = 10\n[other]\non = yes\n")
    assert parser["place"]["path"] == "/srv/data" and parser.getboolean("other", "on")
    assert tomllib.loads("[a]\nb = [1, 2]\nc = 1979-05-27")["a"]["b"] == [1, 2]
    value = {"list": [1, "two", b"three"], "real": 1.5}
    assert plistlib.loads(plistlib.dumps(value)) == value
