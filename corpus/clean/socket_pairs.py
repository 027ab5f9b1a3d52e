"""Pairs of sockets that are watched by a selector."""

import selectors
import socket


def step():
    here, there = socket.socketpair()
    with here, there, selectors.DefaultSelector() as selector:
        selector.register(here, selectors.EVENT_READ, data=[there])
        there.sendall(b"abc" * 100)
        ((key, _),) = selector.select(timeout=5)
        assert key.fileobj.recv(10) == b"abcabcabca" and key.data[0] is there
        selector.unregister(here)
