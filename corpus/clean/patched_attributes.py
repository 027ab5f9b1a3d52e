"""Functions of other modules are replaced for a while."""

import os
import time
from unittest import mock


def step():
    with (
        mock.patch.object(time, "sleep", side_effect=[None, KeyError]) as sleep,
        mock.patch.dict(os.environ, {"A": "b"}),
    ):
        time.sleep(3)
        try:
            time.sleep(4)
        except KeyError:
            pass
        assert os.environ["A"] == "b"
    assert sleep.call_args_list == [mock.call(3), mock.call(4)] and time.sleep is not sleep
