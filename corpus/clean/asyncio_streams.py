"""Streams over a pair of sockets, closed on both sides."""

import asyncio
import socket


async def echo(end):
    reader, writer = await asyncio.open_connection(sock=end)
    writer.write((await reader.readline()).upper())
    await writer.drain()
    writer.close()
    await writer.wait_closed()


async def main():
    here, there = socket.socketpair()
    answering = asyncio.create_task(echo(there))
    reader, writer = await asyncio.open_connection(sock=here)
    writer.write(b"hello\n")
    line = await reader.readline()
    writer.close()
    await writer.wait_closed()
    await answering
    return line


def step():
    assert asyncio.run(main()) == b"HELLO\n"
