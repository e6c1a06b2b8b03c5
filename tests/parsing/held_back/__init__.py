"""Pages held back: nobody looks at them while working on the parser, so they say what it does on pages it has not met.

Nine layouts, one document each, with its hand-checked parse beside it. They were written clean and then damaged as
real copying damages: what a page lost is lost in its parse too. `python -m tests.parsing.held_back` measures.
"""
