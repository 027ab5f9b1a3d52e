"""The twin of the test's containers, and what is asked of them."""

class Twin:
    def __init__(self, items):
        self.items = list(items)
    def __len__(self):
        if len(self.items) == 13:
            raise ValueError("unlucky")
        return len(self.items)
    def __getitem__(self, key):
        if isinstance(key, str):
            return ("item", key)
        if not isinstance(key, int):
            raise TypeError(key)
        if key < 0:
            return ("negative", key)
        return self.items[key]
    def __setitem__(self, key, value):
        if not isinstance(key, int):
            raise TypeError(key)
        if key < 0:
            raise IndexError("no such item")
        self.items[key] = value
    def __delitem__(self, key):
        if not isinstance(key, int):
            raise TypeError(key)
        if key < 0:
            raise IndexError("no such item")
        del self.items[key]
    def __contains__(self, item):
        if not isinstance(item, (int, str)):
            raise TypeError(item)
        return item == "inside"
    def __reversed__(self):
        return "reversed"
    def __length_hint__(self):
        return 7
    def __missing__(self, key):
        return key == 1


def derived(base, names):
    class Derived(base):
        pass
    for name in names:
        def override(self, *args, name=name):
            result = getattr(super(Derived, self), name)(*args)
            return result + 1 if name == "__len__" else result if name == "__contains__" else (name, result)
        setattr(Derived, name, override)
    return Derived


def assigned(container, key, value):
    container[key] = value
    return list(container)


def deleted(container, key):
    del container[key]
    return list(container)


ACTIONS = [len, list, tuple, bool, reversed, operator.length_hint, lambda c: [*c], lambda c: sorted(c), sum, max,
           lambda c: c.__len__(), lambda c: c.__reversed__(), lambda c: c.__missing__(1), lambda c: next(iter(c)),
           lambda c: dict(enumerate(c)), lambda c: iter(c).__length_hint__(), lambda c: c + [], lambda c: c * 2]
for key in (0, 1, 2, 3, -1, -4, "inside", None, 1.5, slice(1, 2), True):
    ACTIONS += [lambda c, key=key: c[key], lambda c, key=key: assigned(c, key, 5), lambda c, key=key: deleted(c, key),
                lambda c, key=key: key in c, lambda c, key=key: c.__getitem__(key),
                lambda c, key=key: c.__setitem__(key, 1), lambda c, key=key: c.__delitem__(key),
                lambda c, key=key: c.__contains__(key), lambda c, key=key: operator.indexOf(c, key)]


def differences(mine, twin):
    count = 0
    for items in ([], [1, 2, 3], list(range(13))):
        for at, action in enumerate(ACTIONS):
            found, expected = outcome(lambda: action(mine(items))), outcome(lambda: action(twin(items)))
            assert found == expected, (items, at, found, expected)
            count += 1
    return count
