"""A warning that is shown once is remembered by module, text and line; here there are five texts."""

import itertools
import warnings

TURNS = itertools.count()


def old(name):
    warnings.warn(f"{name} is old", DeprecationWarning, stacklevel=2)


def step():
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        old("way")
        warnings.simplefilter("ignore")
        old(f"path {next(TURNS) % 5}")
    assert [str(warning.message) for warning in caught] == ["way is old"]
