"""A wording of the lexicon put into a slot: its form, its article, how well it fits."""
