"""What people decided: ``decisions.jsonl``, one line a decision, only ever added to."""
