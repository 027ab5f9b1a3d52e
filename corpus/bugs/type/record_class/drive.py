# names: records.Record
import extension


def step():
    assert extension.record(7).number() == 7
