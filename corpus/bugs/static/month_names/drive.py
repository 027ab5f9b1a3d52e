import extension


def step():
    assert extension.format_date(3, 10) == "3 Oct"
