"""What the sentence asks for where a fragment stands: part of speech, number, tense, article."""
