"""The bulletin in the admin: articles, what they say of the register, the paper, the sources."""

from articles.admin import (
    article,
    concern,
    intake,
    mention,
    paper,
    queues,
    revision,
    run,
    site,
    source,
    source_mark,
    splitting,
)

__all__ = [
    "article",
    "concern",
    "intake",
    "mention",
    "paper",
    "queues",
    "revision",
    "run",
    "site",
    "source",
    "source_mark",
    "splitting",
]
