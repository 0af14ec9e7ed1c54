"""How text is read and written: one file a format. ``FORMATS`` names them, ``SUFFIXES`` says which file is which."""

FORMATS = {
    "markdown": "pipeline.formats.markdown:Markdown",
    "text": "pipeline.formats.text:Text",
}
SUFFIXES = {".markdown": "markdown", ".md": "markdown", ".text": "text", ".txt": "text"}
