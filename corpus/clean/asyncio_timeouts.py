"""Waits that time out at once."""

import asyncio


async def main():
    outcomes = []
    for seconds in (0, -1):
        try:
            async with asyncio.timeout(seconds):
                await asyncio.sleep(10)
        except TimeoutError as error:
            outcomes.append(error)
    try:
        await asyncio.wait_for(asyncio.get_running_loop().create_future(), 0)
    except TimeoutError:
        outcomes.append(None)
    return len(outcomes)


def step():
    assert asyncio.run(main()) == 3
