"""How files are read and written: one file a format. ``FORMATS`` names them, ``SUFFIXES`` says which file is which."""

FORMATS = {
    "jsonl": "pipeline.formats.jsonl:Jsonl",
    "markdown": "pipeline.formats.markdown:Markdown",
    "text": "pipeline.formats.text:Text",
}
SUFFIXES = {
    ".jsonl": "jsonl",
    ".jsonl.gz": "jsonl",
    ".jsonl.zst": "jsonl",
    ".markdown": "markdown",
    ".md": "markdown",
    ".ndjson": "jsonl",
    ".ndjson.gz": "jsonl",
    ".ndjson.zst": "jsonl",
    ".text": "text",
    ".txt": "text",
}
