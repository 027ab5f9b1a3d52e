"""Times of day, differences and fixed zones, all made anew."""

from datetime import datetime, timedelta, timezone


def step():
    zones = [timezone(timedelta(minutes=minutes), f"zone {minutes}") for minutes in range(-300, 301, 60)]
    noon = datetime(2025, 6, 1, 12, tzinfo=timezone.utc)
    local = [noon.astimezone(zone) for zone in zones]
    assert len({moment.isoformat() for moment in local}) == len(zones)
    assert max(local) - min(local) == timedelta(0)
    assert datetime.fromisoformat(local[3].isoformat()) == noon
