"""What the stages know of English, each room above those that it builds on.

``vocabulary`` words and their classes, ``inflection`` their forms, ``sentence`` what stands around a fragment, ``slots`` what that asks for,
``wording`` what is put there; ``language_model`` reads what was chosen.
"""
