"""The version, as a constant: asking the installed package for it would cost a check of one article a tenth of its time."""

VERSION = "0.1.0"
