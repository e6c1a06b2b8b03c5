"""A new text that may be an earlier document put right: its near copy among those that are in.

Looked for among the documents that share a headline or the day of their paper with it, so that no more than a few
texts are read however many there are.
"""

from collections import Counter
from dataclasses import dataclass

from django.db.models import Count, Q

from articles.building import read_date
from articles.comparing import shape_of
from articles.models import Article, SourceDocument

MOST_COMPARED = 8  # texts
MOST_HEADLINES = 50
SHARE = 0.7  # of all that both have, from which one is the other put right


@dataclass(frozen=True, slots=True)
class NearDocument:
    source: int
    name: str
    share: float


def find_near_document(text: str, found: dict) -> NearDocument | None:
    """The likest document to `text`, whose parse report is `found`; None where none is near."""
    own = _shape(text)
    nearest = None
    for source in SourceDocument.objects.filter(pk__in=_candidates(found)).only("pk", "name", "text"):
        other = _shape(source.text)
        share = len(own & other) / len(own | other) if own and other else 0.0
        if share >= SHARE and (nearest is None or (share, source.pk) > (nearest.share, nearest.source)):
            nearest = NearDocument(source.pk, source.name, round(share, 3))
    return nearest


def _shape(text: str) -> frozenset[str]:
    return shape_of("".join(text.split()))


def _candidates(found: dict) -> list[int]:
    """Documents with a headline of the text's, or of the same paper and day, those that share most first."""
    headlines = [each["headline"] for each in found["articles"] if each["headline"]][:MOST_HEADLINES]
    wanted = Q(headline__in=headlines)
    date = read_date(found.get("published_on"))
    if date and found.get("publication"):
        wanted |= Q(published_on_earliest=date.earliest, publication__name=found["publication"])
    rows = (
        Article.objects.filter(wanted, source__corrections__isnull=True, source__isnull=False)
        .order_by()
        .values_list("source")
        .annotate(Count("pk"))
    )
    return [key for key, _ in Counter(dict(rows)).most_common(MOST_COMPARED)]
