"""A causal language model on this machine, as it is read and converted."""
