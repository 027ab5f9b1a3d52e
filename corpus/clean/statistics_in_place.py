"""Running statistics: the numbers change, their count does not."""

import math
import random

chance = random.Random(3)


class Running:
    def __init__(self):
        self.count, self.mean, self.squares = 0, 0.0, 0.0

    def add(self, value):
        self.count += 1
        change = value - self.mean
        self.mean += change / self.count
        self.squares += change * (value - self.mean)


running = Running()


def step():
    for _ in range(100):
        running.add(chance.gauss(10, 2))
    assert abs(running.mean - 10) < 1.5 and math.sqrt(running.squares / running.count) < 4
