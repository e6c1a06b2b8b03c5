"""An article as schema.org has it: what readers were given, and no more."""

from django.utils import timezone

from articles.models import Article, Contribution
from articles.reading import Named
from articles.templatetags.article_text import display_title, first_words
from unioncms.addresses import site_address
from unioncms.json_ld import SITE_ID, iso, reference

MOST_MENTIONS = 40


def article_data(article: Article, contributions: list[Contribution], tags: list, named: Named) -> dict:
    address = site_address(article.get_absolute_url())
    released_at = article.released_at or article.revised_at
    records = [
        *(("Person", each) for each in named.people),
        *(("Organization", each) for each in named.organisations),
        *(("Event", each) for each in named.events),
    ]
    return {
        "@type": "NewsArticle",
        "headline": display_title(article),
        "alternativeHeadline": article.subheadline if article.headline else "",
        "url": address,
        "mainEntityOfPage": address,
        "datePublished": iso(article.published_on) or timezone.localtime(released_at).isoformat(),
        "dateModified": timezone.localtime(article.revised_at).isoformat(),
        "description": first_words(article, 110),
        "author": [
            {
                "@type": "Person",
                "name": each.printed_name,
                "url": site_address(each.person.get_absolute_url()) if each.person else None,
            }
            for each in contributions
            if each.role != Contribution.Role.RESPONSIBLE_EDITOR
        ],
        "publisher": {"@id": SITE_ID},
        "creditText": article.source_credit,
        "isPartOf": {"@type": "Periodical", "name": article.publication.name}
        if article.publication
        else None,
        "articleSection": article.column.name if article.column else None,
        "keywords": [tag.name for tag in tags],
        "mentions": [reference(kind, record) for kind, record in records[:MOST_MENTIONS]],
        "inLanguage": "zh-Hans",
        "isAccessibleForFree": True,
    }
