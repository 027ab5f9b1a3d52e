"""Notes on objects that are kept beside them, by a weak key."""

from weakref import WeakKeyDictionary

notes = WeakKeyDictionary()


class Document:
    pass


def step():
    documents = [Document() for _ in range(20)]
    for at, document in enumerate(documents):
        notes[document] = [at, "seen"]
    documents[3].twin, documents[4].twin = documents[4], documents[3]
    assert notes[documents[7]] == [7, "seen"]
