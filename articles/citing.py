"""How an article is cited in Chinese: 作者：《题名》，《报刊》日期第N期第M版。"""

from collections.abc import Sequence

from articles.models import Article, Contribution

NAMES = 3


def cite(article: Article, title: str, writers: Sequence[Contribution]) -> str:
    """What is not known is left out: no label stands without its word."""
    placement = next(iter(article.placements.all()), None)
    names = "、".join(each.printed_name for each in writers[:NAMES]) + ("等" if len(writers) > NAMES else "")
    issue = placement.page.issue if placement else None
    publication = issue.publication if issue else article.publication
    paper = publication.name if publication else article.source_credit
    date = article.published_on or (issue.published_on if issue else None)
    where = f"第{issue.number}期第{placement.page.number}版" if placement else ""
    source = (f"《{paper}》" if paper else "") + (str(date) if date else "") + where
    return (
        (f"{names}：" if names else "")
        + f"《{_inner_marks(title)}》"
        + (f"，{source}" if source else "")
        + "。"
    )


def _inner_marks(title: str) -> str:
    """《 》 inside a title become 〈 〉 (GB/T 15834)."""
    return title.replace("《", "〈").replace("》", "〉")
