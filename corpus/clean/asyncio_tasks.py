"""A loop of its own each call, with tasks that wait for each other."""

import asyncio


async def part(number):
    await asyncio.sleep(0)
    return [number]


async def main():
    tasks = [asyncio.create_task(part(number), name=f"part {number}") for number in range(10)]
    return [await task for task in tasks]


def step():
    assert asyncio.run(main())[3] == [3]
