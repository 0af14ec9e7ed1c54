"""The English sentence around a fragment: its words, its clause, who it is about."""
