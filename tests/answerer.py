"""A translator for tests, as a program for the backend ``command``: answers from a table, ``{"红利": "dividends"}``, by Simplified key.

An answer ``!KIND`` is an error of that kind; what is not in the table is refused. Each request is also a line of ``$ASKED``, where set.
"""

import json
import os
import sys

table = json.loads(sys.argv[1])
for line in sys.stdin:
    request = json.loads(line)
    if os.environ.get("ASKED"):
        with open(os.environ["ASKED"], "a", encoding="utf-8") as asked:
            asked.write(line)
    text = table.get(request["key"], "!refused")
    row = {"error": text[1:], "why": "as told"} if text.startswith("!") else {"text": text}
    print(json.dumps({"id": request["id"], **row}), flush=True)
