"""Masks over what readers are not to see: in the words of a release, and in what it names.

The article and its source keep what was printed.
"""

import re
from collections.abc import Iterable
from html import escape, unescape

from django.db.models import Case, F, Value, When

from articles.models import Article, Attestation, Contribution, Mention
from unioncms.chunks import chunks
from unioncms.richtext import plain_text

TAG = re.compile(r"(<[^>]*>)")
TEXT_FIELDS = ("headline", "kicker", "subheadline", "editors_note", "source_credit")
# The rows that lead from an article to a record, and the names that they show or lead to.
# An event is printed as a clause with all who were there, and is shown by its name and place.
PRINTED_NAME = Case(When(kind=Mention.Kind.EVENT, then=Value("")), default=F("text"))
# A post is shown by its title; where the article prints it otherwise, it is known by what is printed.
PRINTED_POST = Case(When(printed_post="", then=F("title")), default=F("printed_post"))
NAMES_SHOWN = {
    Mention: (PRINTED_NAME, "name", "person__name", "organisation__name", "event__name", "event__place"),
    Attestation: ("name", "person__name"),
    Contribution: ("printed_name", "person__name"),
}


def masked_content(content: dict[str, object]) -> dict[str, object]:
    """What readers are given of a revision: every place of what it masks changed to the mask."""
    masks: dict[str, str] = content.get("masks", {})
    if not masks:
        return content
    pattern = re.compile("|".join(map(re.escape, sorted(masks, key=len, reverse=True))))

    def mask(text: str) -> str:
        return pattern.sub(lambda match: masks[match.group()], text)

    return content | {
        **{name: mask(str(content[name])) for name in TEXT_FIELDS},
        "body": mask_html(str(content["body"]), pattern, masks),
        "contributions": [
            each | {name: mask(each[name]) for name in ("printed_name", "printed_post")}
            for each in content["contributions"]
        ],
        "figures": [{name: mask(value) for name, value in each.items()} for each in content["figures"]],
    }


def mask_html(html: str, pattern: re.Pattern[str], masks: dict[str, str]) -> str:
    """Sanitised HTML with the words of its text masked, those too that run over a tag: 李<strong>某</strong>某."""
    parts = TAG.split(html)  # text and tags in turn
    texts = [unescape(part) if number % 2 == 0 else "" for number, part in enumerate(parts)]
    starts, length = [], 0
    for text in texts:
        starts.append(length)
        length += len(text)
    plain = "".join(texts)
    cut = list(texts)
    for match in reversed(list(pattern.finditer(plain))):
        for number in range(len(texts) - 1, -1, -1):
            low = max(match.start() - starts[number], 0)
            high = min(match.end() - starts[number], len(texts[number]))
            if number % 2 or low >= high:
                continue
            is_first = starts[number] + low == match.start()
            cut[number] = cut[number][:low] + (masks[match.group()] if is_first else "") + cut[number][high:]
    return "".join(
        part if number % 2 else escape(cut[number], quote=False) if cut[number] != texts[number] else part
        for number, part in enumerate(parts)
    )


def hide_masked_names(masks: dict[int, Iterable[str]]) -> None:
    """Names that readers are not given lead nowhere, nor do events called after them; those shown again do.

    `masks`: the words masked in each article, by its key. A name is hidden too where it holds them within
    (何晓兰工作室), and where the record that it means is called so.
    """
    masked = {key: list(words) for key, words in masks.items() if words}
    for model, columns in NAMES_SHOWN.items():
        rows = model.objects.filter(article__in=list(masks)).order_by()
        rows.filter(is_hidden=True).update(is_hidden=False)
        if not masked:
            continue
        found = rows.filter(article__in=list(masked)).values_list("pk", "article", *columns)
        hidden = [
            pk
            for pk, article, *names in found
            if any(words in name for words in masked[article] for name in names if name)
        ]
        for some in chunks(hidden):
            model.objects.filter(pk__in=some).update(is_hidden=True)


def hide_again(article: Article) -> None:
    """Names that came to a published article since its release wait for the next one; its masks hide more."""
    last = article.revisions.order_by("-number").values_list("content", flat=True).first()
    if not article.is_published or not last or article.released is None:
        return
    hide_masked_names({article.pk: last.get("masks", ())})
    printed = _without_blanks("\n".join([*_texts_of(article.released), plain_text(article.released_body)]))
    for model, column in (
        (Mention, PRINTED_NAME),
        (Contribution, "printed_name"),
        (Attestation, PRINTED_POST),
    ):
        rows = model.objects.filter(article=article, is_hidden=False).order_by()
        late = [pk for pk, words in rows.values_list("pk", column) if _without_blanks(words) not in printed]
        model.objects.filter(pk__in=late).update(is_hidden=True)


def _texts_of(release: dict[str, object]) -> list[str]:
    """The words of a release beside its body, those among them that the page puts before a byline."""
    rows = [*release["contributions"], *release["figures"]]
    return (
        [release[name] for name in TEXT_FIELDS]
        + [
            each[name]
            for each in rows
            for name in ("printed_name", "printed_role", "printed_post", "caption", "credit")
            if name in each
        ]
        + [Contribution.Role(each["role"]).label for each in release["contributions"]]
    )


def _without_blanks(text: str) -> str:
    return "".join(text.split())
