"""Instances that share the keys of their dict, and others that leave the sharing."""


class Record:
    def __init__(self, number):
        self.number = number
        self.name = f"record {number}"


def step():
    records = [Record(number) for number in range(50)]
    for record in records[::2]:
        record.__dict__.update({f"extra{index}": index for index in range(5)})
    del records[1].name
    assert records[3].name == "record 3" and len(vars(records[2])) == 7
