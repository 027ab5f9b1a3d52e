"""Values in contexts that are copied, run in, and dropped."""

import contextvars

depth = contextvars.ContextVar("depth")


def nested(level):
    token = depth.set([level])
    if level:
        contextvars.copy_context().run(nested, level - 1)
    assert depth.get() == [level]
    depth.reset(token)


def step():
    contexts = [contextvars.Context() for _ in range(5)]
    for context in contexts:
        context.run(nested, 4)
    assert depth.get(None) is None and not any(depth in context for context in contexts)
