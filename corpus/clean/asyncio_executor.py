"""Functions that a loop has done by threads; the loop ends them."""

import asyncio


def work(number):
    return list(range(number))


async def main():
    loop = asyncio.get_running_loop()
    results = await asyncio.gather(*(loop.run_in_executor(None, work, number) for number in range(4)))
    results.append(await asyncio.to_thread(work, 5))
    return results


def step():
    assert asyncio.run(main())[-1] == [0, 1, 2, 3, 4]
