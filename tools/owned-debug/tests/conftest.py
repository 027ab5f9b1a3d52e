"""What the tests share."""

import sys

import pytest
from fake_extension import FakeExtension, install
from tracking import ledger, tools, track

from owned_debug import extensions

__all__ = ["fake", "ledger", "tools", "track"]


@pytest.fixture
def no_extension(monkeypatch: pytest.MonkeyPatch) -> None:
    """None is loaded, whatever the tests before have imported."""
    for extension in extensions():
        monkeypatch.delitem(sys.modules, extension.module)
    monkeypatch.delitem(sys.modules, "fake", raising=False)


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch, no_extension: None) -> FakeExtension:
    """A fresh extension, the only one that is loaded."""
    monkeypatch.setitem(sys.modules, "fake", FakeExtension("fake"))
    return install()
