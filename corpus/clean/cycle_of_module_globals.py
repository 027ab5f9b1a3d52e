"""Modules that are made, filled by `exec`, and dropped: their functions hold their globals."""

import types

SOURCE = """
import sys
cache = {}
def remember(key):
    cache[key] = remember
    return len(cache)
class Keeper:
    home = cache
cache["keeper"] = Keeper
"""
CODE = compile(SOURCE, "<made>", "exec")


def step():
    module = types.ModuleType("made")
    exec(CODE, module.__dict__)
    assert module.remember("x") == 2
    module.itself = module
