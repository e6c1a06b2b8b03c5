"""The keys of entries, where the database keeps them: an FTS5 table in SQLite, a tsvector with GIN in PostgreSQL.

Both hold the same keys, cut by `folding`, and neither cuts anything itself: FTS5 has its `ascii` tokenizer, to which
every other character is part of a word, and PostgreSQL is given an array. So both find the same articles.
"""

from collections.abc import Collection, Iterable

from django.db import connection
from django.db.models.expressions import RawSQL

from articles.models import SearchEntry

ENTRIES = SearchEntry._meta.db_table


class SQLite:
    table = "articles_searchkeys"

    def write(self, keys: dict[int, Collection[str]]) -> None:
        self.remove(keys)
        with connection.cursor() as cursor:
            cursor.executemany(
                f"INSERT INTO {self.table} (rowid, keys) VALUES (%s, %s)",
                [(article, " ".join(sorted(found))) for article, found in keys.items()],
            )

    def remove(self, articles: Iterable[int]) -> None:
        with connection.cursor() as cursor:
            cursor.executemany(
                f"DELETE FROM {self.table} WHERE rowid = %s", [(article,) for article in articles]
            )

    def remove_strays(self) -> None:
        """Keys of articles that are gone: no entry leads to them."""
        with connection.cursor() as cursor:
            cursor.execute(f"DELETE FROM {self.table} WHERE rowid NOT IN (SELECT article_id FROM {ENTRIES})")

    def having(self, keys: Collection[str]) -> RawSQL:
        """The articles that have all of `keys`, as a subquery."""
        asked = " ".join(f'"{key}"' for key in sorted(keys))
        return RawSQL(f"SELECT rowid FROM {self.table} WHERE {self.table} MATCH %s", [asked])


class PostgreSQL:
    """The keys are a column of the entry, and go with it."""

    def write(self, keys: dict[int, Collection[str]]) -> None:
        with connection.cursor() as cursor:
            cursor.executemany(
                f"UPDATE {ENTRIES} SET keys = array_to_tsvector(%s::text[]) WHERE article_id = %s",
                [(sorted(found), article) for article, found in keys.items()],
            )

    def remove(self, articles: Iterable[int]) -> None:
        pass

    def remove_strays(self) -> None:
        pass

    def having(self, keys: Collection[str]) -> RawSQL:
        asked = " & ".join(f"'{key}'" for key in sorted(keys))
        return RawSQL(f"SELECT article_id FROM {ENTRIES} WHERE keys @@ %s::tsquery", [asked])


def backend() -> SQLite | PostgreSQL:
    return PostgreSQL() if connection.vendor == "postgresql" else SQLite()
