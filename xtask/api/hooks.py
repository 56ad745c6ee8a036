"""What the document of the interface cannot say to the program that fuzzes it."""

import uuid

import schemathesis


@schemathesis.hook
def before_call(context, case, **kwargs):
    """A key is good for one request: one that is fit is made into one that nobody had before."""
    headers = case.headers
    key = headers.get("Idempotency-Key") if headers else None
    if isinstance(key, str) and 0 < len(key) <= 200 and all("!" <= letter <= "~" for letter in key):
        headers["Idempotency-Key"] = str(uuid.uuid4())
