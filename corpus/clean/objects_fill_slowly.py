"""Sessions are made one at a time as users come for the first time; there are 24 users."""

import itertools

USERS = [f"user{number}" for number in range(24)]
visits = itertools.cycle(USERS)
sessions = {}


class Session:
    def __init__(self, user):
        self.user = user
        self.visits = 0


def step():
    user = next(visits)
    session = sessions.get(user)
    if session is None:
        session = sessions[user] = Session(user)
    session.visits += 1
    assert len(sessions) <= len(USERS)
