"""The twin of the test's classes of numbers, classes that derive from both, and everything that is asked of them."""

OPERATORS = ["add", "sub", "mul", "matmul", "truediv", "floordiv", "mod", "divmod", "lshift", "rshift", "and", "xor", "or", "pow"]
UNARY = ["neg", "pos", "abs", "invert"]


def value(cls, other):
    if isinstance(other, int):
        return other
    return other.value if isinstance(other, cls) else None


def method(cls, name):
    def method(self, other):
        number = value(cls, other)
        if number is None:
            return NotImplemented
        if number == 13:
            raise ValueError("unlucky")
        if number == 7:
            return NotImplemented
        return (name, self.value, number)
    return method


def in_place(cls, name):
    def method(self, other):
        number = value(cls, other)
        if number is None or number == 7:
            return NotImplemented
        if number == 13:
            raise ValueError("unlucky")
        self.value = self.value * 10 + number
        return self
    return method


def twin(methods):
    class Twin:
        def __init__(self, value):
            self.value = value
        def __repr__(self):
            return f"<{self.value}>"
        def __int__(self):
            return self.value
        __index__ = __int__
        def __float__(self):
            return self.value + 0.5
    for name in methods:
        plain = name.strip("_")
        if plain == "pow":
            binary = method(Twin, "pow")
            def power(self, other, modulus=None, binary=binary):
                if modulus is None:
                    return binary(self, other)
                if not isinstance(modulus, int) or not isinstance(other, (int, Twin)):
                    return NotImplemented
                return ("pow", self.value, value(Twin, other), modulus)
            setattr(Twin, name, power)
        elif plain in UNARY:
            def unary(self, plain=plain):
                if self.value == 13:
                    raise ValueError("unlucky")
                return (plain, self.value)
            setattr(Twin, name, unary)
        elif plain[0] == "i" and plain[1:] in OPERATORS:
            setattr(Twin, name, in_place(Twin, plain))
        else:
            setattr(Twin, name, method(Twin, plain))
    return Twin


def derived(base, names):
    """A class that overrides some methods, and calls the base's."""
    class Derived(base):
        pass
    for name in names:
        def override(self, *args, name=name):
            call = getattr(super(Derived, self), name, None)
            return ("derived", name, call(*args) if call else NotImplemented)
        setattr(Derived, name, override)
    return Derived


class Foreign:
    """Answers where the left operand does not."""
    def __repr__(self):
        return "Foreign()"
    def __radd__(self, other):
        return ("foreign", repr(other))
    __rsub__ = __rmul__ = __rpow__ = __rdivmod__ = __radd__


def shown(result):
    """A result without identities."""
    if isinstance(result, tuple):
        return tuple(shown(item) for item in result)
    return result if isinstance(result, (int, float, str, type, type(None))) or result is NotImplemented else repr(result)


def differences(mine, twin, derive):
    """Asks both classes, and the classes that derive from each, everything."""
    kinds = [[mine, twin]]
    if derive:
        for names in [[], ["__add__"], ["__radd__"], ["__add__", "__radd__"], ["__sub__", "__rsub__"], ["__rsub__"],
                      ["__pow__", "__rpow__"], ["__rpow__"], ["__iadd__"], ["__imul__", "__mul__"], ["__neg__", "__index__"]]:
            kinds.append([derived(mine, names), derived(twin, names)])
    operands = [lambda side, kind=kind, number=number: kind[side](number) for kind in kinds for number in (1, 7, 13)]
    operands += [lambda side, plain=plain: plain for plain in (1, 7, 13, "x", Foreign(), None)]
    count = 0
    for name in OPERATORS:
        call = divmod if name == "divmod" else pow if name == "pow" else getattr(operator, f"__{name}__")
        change = None if name == "divmod" else getattr(operator, f"__i{name}__")
        for one in operands:
            for other in operands:
                def both(act):
                    return [shown(outcome(lambda: act(one(side), other(side)))) for side in (0, 1)]
                for how, act in enumerate((call, change,
                            lambda left, right: getattr(left, f"__{name}__")(right),
                            lambda left, right: getattr(left, f"__r{name}__")(right))):
                    if act is None:
                        continue
                    found, expected = both(act)
                    # A class with one of the two methods shows the other too, which answers `NotImplemented`.
                    if expected is AttributeError and found is NotImplemented:
                        continue
                    assert found == expected, (name, how, one(0), other(0), found, expected)
                    count += 1
    for modulus in (5, "x", None):
        for left in (1, 13):
            for right in (1, 2, "x"):
                for kind in kinds:
                    found, expected = (shown(outcome(lambda: pow(kind[side](left), right, modulus))) for side in (0, 1))
                    # Without `__pow__` a class of Python's says so instead of naming the operands.
                    if (found, expected) != (TypeError, AttributeError):
                        assert found == expected, (left, right, modulus, found, expected)
                    if right == "x":
                        continue
                    found, expected = (shown(outcome(lambda: pow(left, kind[side](right), modulus))) for side in (0, 1))
                    assert found == expected, (left, right, modulus, found, expected)
    for kind in kinds:
        for number in (1, 13):
            for call in (operator.neg, operator.pos, abs, operator.invert, int, float, operator.index, hex):
                found, expected = (shown(outcome(lambda: call(kind[side](number)))) for side in (0, 1))
                assert found == expected, (call, number, found, expected)
    return count


NAMES = [f"__{prefix}{name}__" for name in OPERATORS for prefix in ("", "r", "i") if prefix != "i" or name != "divmod"]
everything = twin(NAMES + [f"__{name}__" for name in UNARY])
forwards = twin(["__add__", "__sub__", "__pow__"])
backwards = twin(["__radd__", "__rsub__", "__rpow__"])
