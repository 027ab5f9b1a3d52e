"""Variables made inside of a function, which bring their own values with them."""

import contextvars


def step():
    variables = [contextvars.ContextVar(f"variable{number}", default=[number]) for number in range(5)]
    context = contextvars.copy_context()
    for variable in variables:
        context.run(variable.set, [variable])
    assert [context[variable][0] for variable in variables] == variables
    assert variables[2].get() == [2]
