"""Trees of XML, built, searched, written, and parsed step by step."""

import io
import xml.etree.ElementTree as ET

TEXT = "<list>" + "".join(f"<item id='{number}'>text {number}</item>" for number in range(30)) + "</list>"


def step():
    root = ET.fromstring(TEXT)
    assert root.find("item[@id='7']").text == "text 7"
    ET.SubElement(root, "more", {"a": "b"}).tail = "end"
    assert ET.tostring(root, encoding="unicode").endswith("</list>")
    for _, element in ET.iterparse(io.StringIO(TEXT), events=("end",)):
        element.clear()
    try:
        ET.fromstring(TEXT[:-3])
    except ET.ParseError as error:
        assert error.position
