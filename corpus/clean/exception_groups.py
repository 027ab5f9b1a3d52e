"""Groups of exceptions, split and handled in parts."""


def collect(values):
    errors = []
    for value in values:
        try:
            int(value)
        except (TypeError, ValueError) as error:
            error.add_note(f"for {value!r}")
            errors.append(error)
    if errors:
        raise ExceptionGroup("several", errors)


def step():
    seen = []
    try:
        collect(["1", "x", None, "y", []])
    except* ValueError as group:
        seen.append(len(group.exceptions))
    except* TypeError as group:
        seen.append(len(group.exceptions))
    assert seen == [2, 2]
