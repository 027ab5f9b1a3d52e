"""One loop that is made at import and used in every call."""

import asyncio
import atexit

LOOP = asyncio.new_event_loop()
atexit.register(LOOP.close)


async def main(number):
    future = LOOP.create_future()
    LOOP.call_soon(future.set_result, [number])
    LOOP.call_later(0, list)
    result = await future
    await asyncio.sleep(0)
    return result


def step():
    for number in range(5):
        assert LOOP.run_until_complete(main(number)) == [number]
