# names: measures.Unit
import extension


def step():
    metre = extension.unit(1.0)
    assert type(metre.ONE) is metre
