"""Files and folders that are made, written, and gone after the call."""

import os
import tempfile


def step():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "file")
        with open(path, "w", encoding="utf-8") as file:
            file.write("text\n" * 100)
        with tempfile.SpooledTemporaryFile(max_size=100) as spooled, tempfile.NamedTemporaryFile(dir=folder) as named:
            spooled.write(b"x" * 200)
            named.write(b"y")
            assert len(os.listdir(folder)) == 2
    assert not os.path.exists(folder)
