"""Records that refer to each other, made by generated methods."""

from dataclasses import dataclass, field


@dataclass
class Department:
    name: str
    people: list["Person"] = field(default_factory=list, repr=False)


@dataclass(slots=True, weakref_slot=True)
class Person:
    name: str
    department: Department
    friends: set[int] = field(default_factory=set, compare=False)

    def __post_init__(self):
        self.department.people.append(self)


def step():
    department = Department("cycles")
    people = [Person(f"person {number}", department) for number in range(10)]
    assert department.people == people and people[3].department is department
