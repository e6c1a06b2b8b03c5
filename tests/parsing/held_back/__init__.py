"""Pages held back: nobody looks at them while working on the parser, so they say what it does on pages it has not met.

Fourteen documents, each with its hand-checked parse beside it: 01 to 09 are nine layouts in invented places, 10 to 14
stand in real cities and counties. They were written clean and then damaged as real copying damages: what a page lost
is lost in its parse too. `python -m tests.parsing.held_back` measures.
"""
