"""What differs between two texts, character by character."""

from diff_match_patch import diff_match_patch

PATIENCE = 2.0  # seconds for one text; after that the difference is coarser, not wrong
KINDS = {-1: "removed", 0: "same", 1: "added"}

Run = tuple[str, str]


def marked(old: str, new: str) -> list[Run]:
    """A text in (kind, run) parts: what went, what came, what stayed."""
    differ = diff_match_patch()
    differ.Diff_Timeout = PATIENCE
    found = differ.diff_main(old, new)
    differ.diff_cleanupSemantic(found)
    return [(KINDS[kind], run) for kind, run in found]
