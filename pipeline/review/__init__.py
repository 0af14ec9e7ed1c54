"""Reviewing a run: the server for the page, and what decisions make of the run."""
