# names: Quantity
import extension


def step():
    class LengthQuantity(extension.Quantity):
        """A unit that is defined by whoever needs it."""

    assert float(LengthQuantity(1.5) + LengthQuantity(2.5)) == 4.0
    assert float(extension.Quantity(1.0)) == 1.0
