"""The site's search, one interface over two databases.

`read_query` makes terms of what was typed; an article is found that has each of them in what readers were given of it,
or that names a record going by it. `index` follows every release and withdrawal, `reindex` makes all anew. Names,
aliases and merges need no index: who is named is asked of the mentions when somebody searches.
"""

from articles.search.finding import by_date, by_relevance, filters, find_articles, find_records
from articles.search.indexing import index, reindex
from articles.search.passages import marked, passages, pattern_of
from articles.search.query import Query, read_query
from articles.search.suggesting import suggest

__all__ = [
    "Query",
    "by_date",
    "by_relevance",
    "filters",
    "find_articles",
    "find_records",
    "index",
    "marked",
    "passages",
    "pattern_of",
    "read_query",
    "reindex",
    "suggest",
]
