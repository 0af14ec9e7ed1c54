"""How files are read and written: one file a format. ``FORMATS`` names them, ``SUFFIXES`` says which file is which."""

FORMATS = {
    "html": "pipeline.formats.html:Html",
    "jsonl": "pipeline.formats.jsonl:Jsonl",
    "markdown": "pipeline.formats.markdown:Markdown",
    "po": "pipeline.formats.po:Po",
    "subrip": "pipeline.formats.subrip:SubRip",
    "text": "pipeline.formats.text:Text",
    "webvtt": "pipeline.formats.webvtt:WebVtt",
}
SUFFIXES = {
    ".htm": "html",
    ".html": "html",
    ".jsonl": "jsonl",
    ".jsonl.gz": "jsonl",
    ".jsonl.zst": "jsonl",
    ".markdown": "markdown",
    ".md": "markdown",
    ".ndjson": "jsonl",
    ".ndjson.gz": "jsonl",
    ".ndjson.zst": "jsonl",
    ".po": "po",
    ".srt": "subrip",
    ".text": "text",
    ".txt": "text",
    ".vtt": "webvtt",
    ".xhtml": "html",
}
