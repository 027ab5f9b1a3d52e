import extension


class Query(dict):
    pass


def step():
    assert extension.ask(Query(name="x", size=3)) == 2
    assert extension.last_message() == "last asked: {'name': 'x', 'size': 3}"
