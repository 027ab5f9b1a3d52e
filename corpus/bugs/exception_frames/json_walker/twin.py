"""Finds a key anywhere in a document, and stops there by an exception."""

import json


class Found(Exception):
    """The search is over."""


class Search:
    def __init__(self, key):
        self.key = key
        self.value = None

    def walk(self, node):
        if isinstance(node, dict):
            for key, value in node.items():
                if key == self.key:
                    self.value = value
                    raise Found
                self.walk(value)
        elif isinstance(node, list):
            for value in node:
                self.walk(value)


def find(document, key):
    search = Search(key)
    try:
        search.walk(document)
    except Found:
        return search.value
    return None


def step():
    document = json.loads('{"shop": [{"name": "tea"}, {"name": "rice", "price": {"amount": 3}}]}')
    assert find(document, "amount") == 3
    assert find(document, "weight") is None
