"""Translators that may be asked for a fragment, one file each. ``BACKENDS`` names them; each is imported when it is used."""

BACKENDS = {
    "command": "pipeline.backends.command:Command",
}
