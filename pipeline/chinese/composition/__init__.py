"""Which words of a run belong together: lattice, rules, what each reading costs."""
