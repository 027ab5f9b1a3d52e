"""`typing` keeps the last 128 subscriptions of each kind; 20 new ones a call push the oldest out."""

import itertools
from typing import Literal, Optional, get_args

NUMBERS = itertools.count()


def step():
    for number in itertools.islice(NUMBERS, 20):
        assert get_args(Literal[number, "none"]) == (number, "none")
        assert get_args(Optional[Literal[number]])[1] is type(None)
