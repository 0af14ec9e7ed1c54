"""What the stages know of Chinese: lookup keys, word lattice, quantities and dates, names."""
