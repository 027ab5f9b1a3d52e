"""Memory that is mapped without a file, and from one."""

import mmap
import tempfile


def step():
    with mmap.mmap(-1, 8192) as memory:
        memory.write(b"hello" * 10)
        assert memory.find(b"lohe", 0) == 3
    with tempfile.TemporaryFile() as file:
        file.write(b"x" * 5000)
        file.flush()
        with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as memory, memoryview(memory) as view:
            assert view[4999] == ord("x")
