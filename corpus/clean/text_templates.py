"""Templates filled in by the ways that there are."""

import string


class Angled(string.Template):
    delimiter = "@"


class Shouting(string.Formatter):
    def format_field(self, value, spec):
        return super().format_field(value, spec.removesuffix("!")).upper() + spec[-1:]


def step():
    values = {"name": "world", "count": 3}
    assert string.Template("hello $name, ${count}").substitute(values) == "hello world, 3"
    assert Angled("@name costs $3").safe_substitute(values) == "world costs $3"
    assert Shouting().format("{name:!}", **values) == "WORLD!"
    try:
        string.Template("$missing").substitute(values)
    except KeyError as error:
        assert error.args == ("missing",)
