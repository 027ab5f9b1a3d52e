"""Functions made of code objects that were changed."""

import types


def model(first, second=2):
    """Adds."""
    return first + second


def step():
    code = model.__code__.replace(co_name="changed", co_consts=(*model.__code__.co_consts, "more"))
    changed = types.FunctionType(code, {"__builtins__": {}}, argdefs=(40,))
    assert changed(2) == 42 and changed.__name__ == "changed"
    bound = types.MethodType(changed, 5)
    assert bound() == 45
