import extension


def step():
    matrix = [[float(row == column) for column in range(4)] for row in range(4)]
    assert extension.trace(matrix) == 4.0
