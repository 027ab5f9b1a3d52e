"""What the tests share."""

import sys
from collections.abc import Iterator

import pytest
from fake_extension import FakeExtension, install


@pytest.fixture
def fake() -> Iterator[FakeExtension]:
    """A fresh extension, the only one that is loaded."""
    for name in [name for name, module in list(sys.modules.items()) if isinstance(module, FakeExtension)]:
        del sys.modules[name]
    yield install()
    sys.modules.pop("fake", None)
