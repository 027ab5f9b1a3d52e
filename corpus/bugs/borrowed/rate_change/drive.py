# names: set_rate
import extension


class Rate(float):
    """With the day that it is of, so that it is no plain number."""


def step():
    rates = {"EUR": Rate("1.25")}
    extension.set_rate(rates, "EUR", 1.5)
    assert rates == {"EUR": 1.5}
