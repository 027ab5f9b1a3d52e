"""Properties made at run time, of functions that know their class."""


def add_property(owner, name, start):
    state = [start]

    def get(self):
        return owner, state[0]

    def put(self, value):
        state[0] = value

    setattr(owner, name, property(get, put, doc=f"{name} of {owner.__name__}"))


def step():
    class Settings:
        pass

    for name in ("width", "height"):
        add_property(Settings, name, [name])
    settings = Settings()
    settings.width = settings
    assert settings.height == (Settings, ["height"]) and settings.width[1] is settings
