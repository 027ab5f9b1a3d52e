import extension


def step():
    assert extension.check({"kind": "good"}, ["one", "two"]) == 6
    try:
        extension.check({"kind": "bad"}, ["one", "zwölf"])
    except Exception:
        pass
