"""Tasks that are cancelled while they wait, and clean up."""

import asyncio


async def forever(log):
    try:
        await asyncio.Event().wait()
    except asyncio.CancelledError:
        log.append("cancelled")
        raise


async def main():
    log = []
    tasks = [asyncio.create_task(forever(log)) for _ in range(5)]
    await asyncio.sleep(0)
    for task in tasks:
        task.cancel("enough")
    await asyncio.wait(tasks)
    return log, [task.cancelled() for task in tasks]


def step():
    assert asyncio.run(main()) == (["cancelled"] * 5, [True] * 5)
