import extension


class Parcel:
    def __init__(self, weight):
        self.weight = weight


def step():
    shelf = [None] * 3
    assert extension.place(shelf, -1, Parcel(2))
    assert not extension.place(shelf, 3, Parcel(5))
