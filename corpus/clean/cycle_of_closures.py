"""Functions that know each other through their cells."""


def make(depth):
    def even(number):
        return True if number == 0 else odd(number - 1)

    def odd(number):
        return False if number == 0 else even(number - 1)

    ballast = [depth] * 10

    def both():
        return even(depth), odd(depth), len(ballast)

    even.partner = both
    return both


def step():
    for depth in range(5):
        even, odd, _ = make(depth)()
        assert even != odd
