"""Graphs with cycles, objects that are written as a name, and buffers out of band."""

import io
import pickle
from types import SimpleNamespace

HOME = SimpleNamespace(name="home")


class Writer(pickle.Pickler):
    def persistent_id(self, value):
        return "home" if value is HOME else None


class Reader(pickle.Unpickler):
    def persistent_load(self, name):
        return {"home": HOME}[name]


def step():
    one, two = SimpleNamespace(name="one"), SimpleNamespace(name="two")
    one.next, two.next, two.home = two, one, HOME
    for protocol in range(2, 6):
        file, buffers = io.BytesIO(), []
        Writer(file, protocol).dump(one)
        file.seek(0)
        again = Reader(file).load()
        assert again.next.next is again and again.next.home is HOME
    pickle.Pickler(file, 5, buffer_callback=buffers.append).dump(pickle.PickleBuffer(bytearray(100)))
    try:
        pickle.loads(pickle.dumps(one)[:-5])
    except pickle.UnpicklingError as error:
        assert "truncated" in str(error)
