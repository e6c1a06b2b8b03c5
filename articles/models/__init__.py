"""Source documents, the paper's own structure, articles, and what articles say of the register."""

from articles.models.article import Article, ArticleRevision, Contribution, Figure, TaggedArticle
from articles.models.concern import Concern, MaskLook
from articles.models.front import Notice, Slot, Topic, TopicEntry
from articles.models.intake import Intake
from articles.models.mention import Attestation, Mention
from articles.models.near import NearCopy
from articles.models.paper import Column, Issue, Page, Placement, Publication, Series
from articles.models.proposal import Proposal, Reparse
from articles.models.reads import DailyReads
from articles.models.search import SearchEntry
from articles.models.site import FixedPage, Site, SiteLink
from articles.models.source import (
    ImportRun,
    SourceDocument,
    SourceJoin,
    SourceMark,
    SourceRepair,
    SourceSpan,
)

__all__ = [
    "Article",
    "ArticleRevision",
    "Attestation",
    "Column",
    "Concern",
    "Contribution",
    "DailyReads",
    "Figure",
    "FixedPage",
    "ImportRun",
    "Intake",
    "Issue",
    "MaskLook",
    "Mention",
    "NearCopy",
    "Notice",
    "Page",
    "Placement",
    "Proposal",
    "Publication",
    "Reparse",
    "SearchEntry",
    "Series",
    "Site",
    "SiteLink",
    "Slot",
    "SourceDocument",
    "SourceJoin",
    "SourceMark",
    "SourceRepair",
    "SourceSpan",
    "TaggedArticle",
    "Topic",
    "TopicEntry",
]
