"""What the tests share."""

import sys

import pytest
from fake_extension import FakeExtension, install
from tracking import ledger, tools, track

from owned_debug import extensions

__all__ = ["fake", "ledger", "tools", "track"]


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch) -> FakeExtension:
    """A fresh extension, the only one that is loaded."""
    for extension in extensions():
        monkeypatch.delitem(sys.modules, extension.module)
    monkeypatch.delitem(sys.modules, "fake", raising=False)
    monkeypatch.setitem(sys.modules, "fake", FakeExtension("fake"))
    return install()
