"""How files are read and written: one file a format. ``FORMATS`` names them, ``SUFFIXES`` says which file is which, ``TABLES``
which are read in a folder only where fields are chosen."""

FORMATS = {
    "csv": "pipeline.formats.csv:Csv",
    "docx": "pipeline.formats.docx:Docx",
    "html": "pipeline.formats.html:Html",
    "jsonl": "pipeline.formats.jsonl:Jsonl",
    "markdown": "pipeline.formats.markdown:Markdown",
    "parquet": "pipeline.formats.parquet:Parquet",
    "po": "pipeline.formats.po:Po",
    "subrip": "pipeline.formats.subrip:SubRip",
    "text": "pipeline.formats.text:Text",
    "webvtt": "pipeline.formats.webvtt:WebVtt",
}
# Formats of files that may stand beside articles without being any.
TABLES = ("csv", "parquet")
SUFFIXES = {
    ".csv": "csv",
    ".csv.gz": "csv",
    ".csv.zst": "csv",
    ".docx": "docx",
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
    ".parquet": "parquet",
    ".po": "po",
    ".srt": "subrip",
    ".text": "text",
    ".tsv": "csv",
    ".tsv.gz": "csv",
    ".tsv.zst": "csv",
    ".txt": "text",
    ".vtt": "webvtt",
    ".xhtml": "html",
}
