"""English words as they are known: their parts of speech, and the classes that say what stands beside them."""
