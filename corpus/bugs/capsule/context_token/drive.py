import extension


class Context:
    pass


def step():
    context = Context()
    token = extension.token(context)
    assert extension.context(token) is context
