"""Producers and consumers on a queue with a bound."""

import asyncio


async def produce(queue):
    for number in range(20):
        await queue.put({"number": number})
    await queue.put(None)


async def consume(queue):
    total = 0
    while (item := await queue.get()) is not None:
        total += item["number"]
    return total


async def main():
    queue = asyncio.Queue(maxsize=3)
    producer = asyncio.create_task(produce(queue))
    total = await consume(queue)
    await producer
    return total


def step():
    assert asyncio.run(main()) == 190
