"""Pages held back: written by people who had not read the parser, and first measured before anybody worked with them.

Twenty-eight documents, each with its hand-checked parse beside it: 01 to 09 are nine layouts in invented places, 10 to
28 stand in real cities and counties. Once a page has been measured unseen it is opened and worked with. They were
written clean and then damaged as real copying damages: what a page lost is lost in its parse too.
`python -m tests.parsing.held_back` measures.
"""
