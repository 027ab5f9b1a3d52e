"""Tables written and read, in a dialect that is registered for a while."""

import csv
import io


class Semicolons(csv.excel):
    delimiter = ";"
    quoting = csv.QUOTE_NONNUMERIC


def step():
    csv.register_dialect("semicolons", Semicolons)
    file = io.StringIO()
    writer = csv.DictWriter(file, ["name", "size"], dialect="semicolons")
    writer.writeheader()
    writer.writerows({"name": f"row {number}", "size": number} for number in range(20))
    file.seek(0)
    rows = list(csv.DictReader(file, dialect="semicolons"))
    csv.unregister_dialect("semicolons")
    assert rows[7] == {"name": "row 7", "size": 7.0}
