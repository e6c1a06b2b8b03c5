"""The bulletin in the admin: articles, what they say of the register, the paper, the sources."""

from articles.admin import article, intake, mention, paper, revision, source, source_mark, splitting

__all__ = ["article", "intake", "mention", "paper", "revision", "source", "source_mark", "splitting"]
