"""A metaclass of its own each call, and classes that it lists."""


def step():
    class Listing(type):
        made = []

        def __new__(cls, name, bases, namespace, **options):
            made = super().__new__(cls, name, bases, namespace)
            cls.made.append(made)
            return made

        def __call__(cls, *arguments):
            instance = super().__call__(*arguments)
            cls.last = instance
            return instance

    class First(metaclass=Listing):
        pass

    class Second(First):
        pass

    second = Second()
    assert Second.last is second and Listing.made == [First, Second]
