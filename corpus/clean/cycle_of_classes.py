"""Classes that hold instances of themselves, and each other through their methods."""


def step():
    class Left:
        def partner(self):
            return Right

    class Right(Left):
        default = None

        def partner(self):
            return super().partner()

    Right.default = Right()
    Left.heir = Right
    assert Right.default.partner() is Right and Left.__subclasses__() == [Right]
