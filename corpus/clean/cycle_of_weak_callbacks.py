"""A weak reference whose callback holds the object that has the reference."""

import weakref


class Session:
    def __init__(self, owner):
        self.ended = False
        self.owner = weakref.ref(owner, self.end)
        owner.session = self

    def end(self, reference):
        self.ended = True


class User:
    pass


def step():
    for _ in range(10):
        user = User()
        session = Session(user)
        session.user_again = user
        assert session.owner() is user
