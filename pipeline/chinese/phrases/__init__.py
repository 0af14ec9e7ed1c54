"""The English of Chinese words that belong together, one way of belonging a function."""
