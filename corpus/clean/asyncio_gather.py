"""Results gathered, with failures among them."""

import asyncio


async def half(number):
    await asyncio.sleep(0)
    if number % 2:
        raise ValueError(number)
    return number // 2


async def main():
    return await asyncio.gather(*(half(number) for number in range(10)), return_exceptions=True)


def step():
    results = asyncio.run(main())
    assert [result for result in results if isinstance(result, int)] == [0, 1, 2, 3, 4]
