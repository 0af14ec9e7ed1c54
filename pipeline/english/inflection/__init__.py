"""The forms of English words: plurals, tenses, degrees, spelling, capitals."""
