"""Texts written and read, with keys that the decoder remembers for one text."""

import itertools
import json

NUMBERS = itertools.count()


class Encoder(json.JSONEncoder):
    def default(self, value):
        return sorted(value) if isinstance(value, set) else super().default(value)


def step():
    rows = [{f"key {number}": [number, {"set": {number}}]} for number in itertools.islice(NUMBERS, 20)]
    text = json.dumps(rows, cls=Encoder, indent=1)
    again = json.loads(text, object_pairs_hook=dict)
    assert list(again[3]) == list(rows[3])
    try:
        json.loads(text[:-5])
    except json.JSONDecodeError as error:
        assert error.pos
