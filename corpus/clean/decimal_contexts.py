"""Sums in contexts of their own; the thread's context is restored."""

from decimal import ROUND_DOWN, Decimal, Inexact, InvalidOperation, getcontext, localcontext


def step():
    before = getcontext().prec
    with localcontext() as context:
        context.prec = 60
        context.rounding = ROUND_DOWN
        third = Decimal(1) / 3
        assert len(str(third)) == 62 and context.flags[Inexact]
        with localcontext():
            try:
                Decimal("nonsense")
            except InvalidOperation as error:
                assert error.args
    assert getcontext().prec == before
    assert sum((Decimal("0.1") for _ in range(10)), Decimal(0)) == 1
