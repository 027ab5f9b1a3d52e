"""Values of threads, which go with the thread; and the value of the main thread, which stays."""

import threading

local = threading.local()
local.parts = ["main"]


class Values(threading.local):
    def __init__(self):
        self.numbers = [1, 2, 3]


values = Values()


def work(seen):
    local.parts = [object(), local]
    values.numbers.append(4)
    seen.append(len(values.numbers))


def step():
    seen = []
    for _ in range(3):
        thread = threading.Thread(target=work, args=(seen,))
        thread.start()
        thread.join()
    assert seen == [4, 4, 4] and local.parts == ["main"] and len(values.numbers) == 3
