"""Lists, dicts, sets of tuples and slices that contain themselves."""

import types
from collections import OrderedDict, defaultdict, deque


def step():
    one = []
    one.append(one)
    two = {"self": one}
    two["two"] = two
    three = deque([two])
    three.append(three)
    four = OrderedDict(a=three)
    four["b"] = types.MappingProxyType(four)
    five = defaultdict(lambda: five)
    five["missing"]["x"] = slice(five, four)
    six = types.SimpleNamespace(five=five)
    six.six = six
    assert repr(one) == "[[...]]" and two["two"] is two
