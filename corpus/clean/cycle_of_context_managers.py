"""Exit stacks that hold the object which holds them."""

import contextlib


class Server:
    def __init__(self):
        self.stack = contextlib.ExitStack()
        self.log = []
        self.stack.callback(self.stop)
        self.part = self.stack.enter_context(self.opened())

    @contextlib.contextmanager
    def opened(self):
        self.log.append("open")
        yield self
        self.log.append("close")

    def stop(self):
        self.log.append("stop")


def step():
    server = Server()
    with server.stack:
        assert server.part is server
    assert server.log == ["open", "close", "stop"]
    assert Server().log == ["open"]
