"""The module `re` keeps the last 512 patterns; here come 40 new ones a call, so it is full soon."""

import itertools
import re

NUMBERS = itertools.count()


def step():
    for number in itertools.islice(NUMBERS, 40):
        assert re.match(rf"word{number}", f"word{number} and more")
