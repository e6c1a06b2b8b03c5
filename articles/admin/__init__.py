"""The bulletin in the admin: articles, what they say of the register, the paper, the sources."""

from articles.admin import article, mention, paper, revision, source

__all__ = ["article", "mention", "paper", "revision", "source"]
