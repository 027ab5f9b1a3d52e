"""A group of tasks of which one fails, so that the others are cancelled."""

import asyncio


async def wait(ended):
    try:
        await asyncio.sleep(10)
    finally:
        ended.append(asyncio.current_task())


async def fail():
    await asyncio.sleep(0)
    raise LookupError("nothing there")


async def main():
    ended = []
    try:
        async with asyncio.TaskGroup() as group:
            for _ in range(3):
                group.create_task(wait(ended))
            group.create_task(fail())
    except* LookupError as errors:
        assert len(errors.exceptions) == 1
    return len(ended)


def step():
    assert asyncio.run(main()) == 3
