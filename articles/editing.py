"""What follows from a change of an article's words, by its form, by a proposal taken, by a row of its own.

Names move with their words, those that came or went are matched anew wherever else they stand, what is to be weighed
before printing is found, readers are not led where the last release did not lead, and what a newer parse says
otherwise is worked out again.
"""

from articles.concerns import refresh_concerns
from articles.masking import hide_again
from articles.models import Article
from articles.proposing import refresh_proposals
from articles.reanchoring import reanchor
from articles.settling import Names, settle


def follow_edit(article: Article, before: Names | None = None) -> None:
    """`before`: the names that the article had; without them none is matched anew."""
    reanchor(article)
    if before is not None:
        settle(before | Names.in_articles([article.pk]))
    refresh_concerns([article])
    hide_again(article)
    refresh_proposals([article.pk])
