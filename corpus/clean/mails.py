"""Messages with parts, written and read."""

import email
import email.policy
from email.message import EmailMessage


def step():
    message = EmailMessage()
    message["Subject"] = "Grüße"
    message["To"] = "a@example.org, b@example.org"
    message.set_content("text\n")
    message.add_alternative("<p>text</p>", subtype="html")
    message.set_boundary("between the parts")
    again = email.message_from_bytes(message.as_bytes(), policy=email.policy.default)
    assert [part.get_content_type() for part in again.iter_parts()] == ["text/plain", "text/html"]
    assert again["Subject"] == "Grüße" and len(again["To"].addresses) == 2
