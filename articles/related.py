"""相关阅读: other articles that name the same events, people and bodies, or bear the same tag, each with its reason."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from taggit.models import Tag

from articles.models import Article, Mention, TaggedArticle
from articles.reading import Named, as_cards

SHOWN = 5
LOOKED_AT = (
    300  # of the newest mentions of one kind, so that a name in every issue costs no more than a rare one
)

# How much more one shared event says than one shared body. Each is divided by how often it was met: what stands in
# every second article says little about two of them.
WEIGHTS = {"event": 8, "person": 4, "organisation": 2, "tag": 3}


@dataclass(frozen=True)
class Related:
    article: Article
    reason: str


def related_to(
    article: Article, named: Named, tags: Iterable[Tag], besides: Iterable[int] = ()
) -> list[Related]:
    """The nearest first; `besides` are articles that the page leads to anyway."""
    left_out = {article.pk, *besides}
    sharing = {
        "event": _naming("event", {event.pk: event.name for event in named.events}, left_out),
        "person": _naming("person", {person.pk: person.name for person in named.people}, left_out),
        "organisation": _naming(
            "organisation", {body.pk: body.name for body in named.organisations}, left_out
        ),
        "tag": _tagged({tag.pk: tag.name for tag in tags}, left_out),
    }
    scores: dict[int, float] = defaultdict(float)
    reasons: dict[int, tuple[float, str]] = {}
    for kind, articles_of in sharing.items():
        for name, keys in sorted(articles_of.items()):
            weight = WEIGHTS[kind] / len(keys)
            for key in keys:
                scores[key] += weight
                if weight > reasons.get(key, (0, ""))[0]:
                    reasons[key] = (weight, _reason(kind, name))
    nearest = sorted(scores, key=lambda key: (-scores[key], -key))[:SHOWN]
    cards = as_cards(Article.objects.published()).prefetch_related(None).in_bulk(nearest) if nearest else {}
    return [Related(cards[key], reasons[key][1]) for key in nearest if key in cards]


def _reason(kind: str, name: str) -> str:
    return {"event": f"同一活动：{name}", "tag": f"同一标签：{name}"}.get(kind, f"也写到{name}")


def _naming(kind: str, names: dict[int, str], left_out: set[int]) -> dict[str, set[int]]:
    """Of each name the published articles in whose text it is met."""
    if not names:
        return {}
    rows = (
        Mention.objects.for_readers()
        .filter(article__in=Article.objects.published(), **{f"{kind}__in": names})
        .exclude(article__in=left_out)
        .exclude(field=Mention.Field.BYLINE)
        .order_by("-article")
        .values_list(kind, "article")
    )
    return _gather(rows[:LOOKED_AT], names)


def _tagged(names: dict[int, str], left_out: set[int]) -> dict[str, set[int]]:
    if not names:
        return {}
    rows = (
        TaggedArticle.objects.filter(tag__in=names, content_object__in=Article.objects.published())
        .exclude(content_object__in=left_out)
        .order_by("-content_object")
        .values_list("tag", "content_object")
    )
    return _gather(rows[:LOOKED_AT], names)


def _gather(rows: Iterable[tuple[int, int]], names: dict[int, str]) -> dict[str, set[int]]:
    found: dict[str, set[int]] = defaultdict(set)
    for record, article in rows:
        found[names[record]].add(article)
    return found
