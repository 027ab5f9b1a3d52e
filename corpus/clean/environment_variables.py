"""A variable of the environment that is set to texts of many lengths."""

import os


def step():
    for length in range(1, 200, 20):
        os.environ["OWNED_CORPUS"] = "x" * length
        assert os.getenv("OWNED_CORPUS") == "x" * length
    del os.environ["OWNED_CORPUS"]
