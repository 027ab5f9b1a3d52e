"""Handlers that are put on a logger for a while and closed."""

import io
import logging

LOGGER = logging.getLogger("corpus.handlers")
LOGGER.propagate = False
LOGGER.setLevel(logging.INFO)


def step():
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(logging.Formatter("%(levelname)s %(message)s"))
    LOGGER.addHandler(handler)
    try:
        LOGGER.info("value %d", 3)
        try:
            {}["missing"]
        except KeyError:
            LOGGER.exception("failed")
    finally:
        LOGGER.removeHandler(handler)
        handler.close()
    assert "KeyError: 'missing'" in stream.getvalue()
