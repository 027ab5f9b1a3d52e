"""Asynchronous generators and comprehensions; one is left before its end, and the loop closes it."""

import asyncio


async def numbers(limit):
    for number in range(limit):
        yield number
        await asyncio.sleep(0)


async def main():
    squares = [number * number async for number in numbers(5)]
    async for number in numbers(100):
        if number == 3:
            break
    return squares


def step():
    assert asyncio.run(main()) == [0, 1, 4, 9, 16]
