"""Where documents run: one after the other, or spread over processes. Order and bytes are the same."""
