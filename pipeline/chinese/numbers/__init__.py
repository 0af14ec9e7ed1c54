"""Quantities, dates and times as Chinese writes them, with their English."""
