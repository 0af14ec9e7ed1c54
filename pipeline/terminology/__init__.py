"""What a team does with its glossary: keep it sound, bring terms in, find what it lacks, see what a change would alter."""
