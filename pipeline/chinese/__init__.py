"""What the stages know of Chinese, each room above those that it builds on.

``numbers`` quantities and dates, ``names`` people and places, ``phrases`` the English of words that belong together, ``composition`` which words
of a run do; beside them the closed classes, collocations and priors of single words.
"""
