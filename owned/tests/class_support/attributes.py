"""The twins of the test's classes, and what is asked of them."""

class Asked:
    def __init__(self):
        object.__setattr__(self, "log", [])
    def __getattribute__(self, name):
        if name == "all":
            return "found"
        if name == "bad":
            raise ValueError("bad")
        return object.__getattribute__(self, name)
    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        return f"no {name}"
    def __setattr__(self, name, value):
        if not isinstance(value, int):
            raise TypeError
        if name == "bad":
            raise ValueError("bad")
        object.__getattribute__(self, "log").append(f"{name} = {value}")
    def __delattr__(self, name):
        if name == "bad":
            raise ValueError("bad")
        object.__getattribute__(self, "log").append(f"del {name}")


class Fallback:
    log = property(lambda self: "no log")
    def __getattr__(self, name):
        if name == "missing":
            raise AttributeError("missing")
        return f"no {name}"
    @property
    def broken(self):
        raise AttributeError("broken")


class Setting:
    count = 0
    def __setattr__(self, name, value):
        self.__dict__["count"] = self.count + 1
        object.__setattr__(self, name, value)


class Deleting:
    def __delattr__(self, name):
        raise ValueError(f"{name} stays")


class Guard:
    def __init__(self):
        self.name, self.value = None, 0
    def __set_name__(self, owner, name):
        self.name = f"{owner.__name__}.{name}"
    def __get__(self, instance, owner=None):
        return self if instance is None else (self.value, owner is not None)
    def __set__(self, instance, value):
        if not isinstance(value, int):
            raise TypeError
        self.value = value


class Once:
    def __delete__(self, instance):
        raise ValueError(f"not of {instance!r}")


def derived(base, names):
    class Derived(base):
        pass
    for name in names:
        def override(self, *args, name=name):
            return ("derived", name, getattr(super(Derived, self), name)(*args))
        if name in ("__setattr__", "__delattr__", "__set__", "__delete__"):
            def override(self, *args, name=name):
                getattr(super(Derived, self), name)(*args)
        setattr(Derived, name, override)
    return Derived


def put(one, name, value):
    setattr(one, name, value)
    return one.log


def taken(one, name):
    delattr(one, name)
    return one.log


ACTIONS = [lambda one: one.__dict__.get("x"), lambda one: hasattr(one, "missing"), lambda one: one.__class__.__name__[:0]]
for name in ("all", "bad", "other", "_hidden", "missing", "broken", "log"):
    ACTIONS += [lambda one, name=name: getattr(one, name), lambda one, name=name: getattr(one, name, 0),
                lambda one, name=name: one.__getattribute__(name), lambda one, name=name: one.__getattr__(name),
                lambda one, name=name: put(one, name, 3), lambda one, name=name: put(one, name, "x"),
                lambda one, name=name: taken(one, name), lambda one, name=name: hasattr(one, name),
                lambda one, name=name: object.__getattribute__(one, name),
                lambda one, name=name: one.__setattr__(name, 1), lambda one, name=name: one.__delattr__(name)]


def differences(mine, twin):
    for at, action in enumerate(ACTIONS):
        found, expected = outcome(lambda: action(mine())), outcome(lambda: action(twin()))
        assert found == expected, (mine, at, found, expected)
