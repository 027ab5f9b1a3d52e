"""What this run can measure."""

import os
import sysconfig

from lru import _lru
from support import measure


def pytest_report_header():
    counts = ["blocks"] + ["references"] * measure.DEBUG + ["handles"] * measure.LEDGER
    return [f"_lru: {_lru.__file__}; beside {os.environ.get('LRU_UPSTREAM')}; counts compared: {', '.join(counts)}"]


def pytest_sessionstart():
    """A module that another interpreter was configured for would prove nothing about this one."""
    suffix = sysconfig.get_config_var("EXT_SUFFIX")
    assert _lru.__file__.endswith((suffix, ".abi3.so")), f"{_lru.__file__} is not of this interpreter ({suffix})"
