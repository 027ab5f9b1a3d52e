import extension

words = ["".join(("tw", "o"))] * 100_000
watched = words[0]


def step():
    row = [1.5, 2.5]
    assert extension.scaled(row, 2) == [3.0, 5.0]
    assert extension.scaled(row, words[0]) is row
