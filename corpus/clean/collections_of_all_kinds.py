"""The containers of `collections`, filled and emptied."""

from collections import ChainMap, Counter, OrderedDict, UserDict, UserList, deque


class Folded(UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.lower(), value)


def step():
    layers = ChainMap({}, {"a": [1]}, {"b": [2]})
    layers["a"] = layers.new_child({"c": layers})
    assert layers["a"]["c"] is layers
    assert (Counter("hello") - Counter("help")).most_common() == [("l", 1), ("o", 1)]
    window = deque(range(10), maxlen=5)
    window.rotate(2)
    order = OrderedDict.fromkeys("abc", window)
    order.move_to_end("a")
    assert list(reversed(order)) == ["a", "c", "b"]
    assert Folded(Key=UserList([1, 2]))["key"][1] == 2
