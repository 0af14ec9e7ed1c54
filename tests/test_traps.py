"""Traps that other tools fell into: one test each, named after the trap."""
