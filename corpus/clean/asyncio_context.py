"""Tasks that have contexts of their own."""

import asyncio
import contextvars

request = contextvars.ContextVar("request", default=None)


async def handle(number):
    request.set({"number": number})
    await asyncio.sleep(0)
    return request.get()["number"]


async def main():
    results = await asyncio.gather(*(handle(number) for number in range(8)))
    return results, request.get()


def step():
    assert asyncio.run(main()) == (list(range(8)), None)
