"""Arrays written to a file in memory and read again, as numbers and as text."""

import io
import pickle

import numpy as np


def step():
    file = io.BytesIO()
    np.savez(file, first=np.arange(10), second=np.eye(3))
    file.seek(0)
    with np.load(file) as archive:
        assert archive["second"].trace() == 3
    text = io.StringIO()
    np.savetxt(text, np.eye(3), fmt="%d")
    assert np.loadtxt(io.StringIO(text.getvalue())).sum() == 3
    assert pickle.loads(pickle.dumps(np.arange(5), protocol=5)).tolist() == [0, 1, 2, 3, 4]
