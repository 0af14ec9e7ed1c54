"""The translation memory: what backends answered and what people approved, in one SQLite file, and its exchange formats."""
