"""The bodies of a document: what its sentences print, made whole and one each. `bodies` gathers and answers; of which
place a short name is, and of which owner, the other modules tell."""
