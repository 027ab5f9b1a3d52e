"""A class whose attributes are set and deleted, so that the interpreter's caches of lookups are renewed."""


class Config:
    level = 0

    def get(self):
        return self.level


def step():
    config = Config()
    for number in range(200):
        Config.level = number * 1000
        assert config.get() == number * 1000
    Config.extra = lambda self: [self]
    assert config.extra() == [config]
    del Config.extra
