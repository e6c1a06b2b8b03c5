"""People of a document, each with posts and passages, from what its sentences say."""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from functools import cache

from unioncms.parsing.document import Article, Passage, Person, PersonPost, PostMention
from unioncms.parsing.lexicon import load
from unioncms.parsing.naming.bodies.kinds import BY_KIND, PARTY_UNITS, UNION_UNITS
from unioncms.parsing.naming.names.grammar import grammar
from unioncms.parsing.naming.names.name import SURE, Name
from unioncms.parsing.naming.passages import Field, Sentence, fields_of
from unioncms.parsing.naming.posts.chains import PrintedPost
from unioncms.parsing.naming.posts.changes import find_change
from unioncms.parsing.naming.posts.trades import is_of_works
from unioncms.parsing.naming.wholes.bodies import Bodies
from unioncms.parsing.patterns import WordList, words_finder

CERTAIN = 9.0
# What somebody is at the one works that an article is about: 调度长孔繁漪说.
SHOP_FLOOR = re.compile(
    r"(?:驾驶员|调度员|操作员|检验员|班长|工段长|调度长|驾驶长|值长|队长|工长|领班|厂长|矿长|船长|轮机长|列车长)$"
)
JOINING = "同与向在对把被从将给"  # what a name of two may be joined to
NEVER_LAST = JOINING + "和到得来等为去会要已前后就也还说"
REPEATED = 3.2  # a score that two mentions make enough
OFTEN, MAIN = 1.9, 3  # a score that so many mentions make enough, for a name of three


@dataclass(frozen=True, slots=True)
class Said:
    """A post that some words give a person; `body` is None where they name none."""

    name: str
    article: int
    body: str | None
    title: str
    printed: str
    passage: Passage | None = None
    change: str = ""
    is_part: bool = False  # the body is one of another: 磨工车间
    is_tail: bool = False  # the body is the end of a name: 援助中心


class People:
    """Gathers names and posts, then concludes who is who."""

    def __init__(self):
        self.scores: dict[str, float] = defaultdict(float)
        self.counts: Counter = Counter()
        self.said: list[Said] = []
        self._last: tuple[str, Field] | None = None

    def add_name(self, name: Name) -> None:
        self.scores[name.text] = max(self.scores[name.text], name.score)
        self.counts[name.text] += 1

    def remember(self, name: str, field: Field) -> None:
        self._last = (name, field)

    def last_name(self, field: Field) -> str | None:
        """The person named last in the same text."""
        return self._last[0] if self._last and self._last[1] == field else None

    def add_certain(self, name: str) -> None:
        self.scores[name] = CERTAIN

    def add_post(self, post: PrintedPost, sentence: Sentence) -> None:
        body = post.organisation.text if post.organisation else None
        in_text = sentence.field.name != "byline"
        passage = sentence.passage(post.start, post.end) if in_text else None
        printed = sentence.printed(post.start, post.end)
        change = find_change(sentence.text, post.name, post.start, post.end)
        is_part = post.organisation is not None and post.organisation.is_part
        is_tail = post.organisation is not None and post.organisation.is_tail
        self.said.append(
            Said(
                post.name,
                sentence.field.article,
                body,
                post.title.text,
                printed,
                passage,
                change,
                is_part,
                is_tail,
            )
        )

    def accepted(self) -> set[str]:
        """Names that one mention makes sure, two make likely, or several of whom a piece is about; 程敏同 is none where
        程敏 is one: |同|厂长查看."""
        sure = {
            name
            for name, score in self.scores.items()
            if score >= SURE
            or (score >= REPEATED and self.counts[name] >= 2)
            or (score >= OFTEN and self.counts[name] >= MAIN and _may_be_main(name))
        }
        return {
            name
            for name in sure
            if not (name[-1] in JOINING and name[:-1] in sure and self.counts[name] <= self.counts[name[:-1]])
        }

    def people(self, articles: tuple[Article, ...], bodies: Bodies) -> tuple[Person, ...]:
        """In the order in which the document first names them."""
        accepted = self.accepted()
        longer = _always_longer({name for name in accepted if self.scores[name] < CERTAIN}, articles)
        mentions = find_mentions(articles, {longer.get(name, name) for name in accepted})
        posts = _Posts()
        for said in self.said:
            body = self._body_of(said, bodies)
            if body and not (said.body is None and posts.is_deputy(said, body)):
                mention = PostMention(said.article, said.printed, said.passage, said.change)
                posts.add(longer.get(said.name, said.name), body, said.title, mention)
        for name, body, title in (line.split() for line in load("known_people")):
            for passage in mentions.get(name, ()):
                if passage.text == f"{name[0]}{title}":
                    posts.add(name, body, title, PostMention(passage.article, passage.text, passage))
        return tuple(
            Person(
                name,
                posts.of(name),
                tuple(sorted({each.article for each in passages})),
                tuple(passages),
            )
            for name, passages in mentions.items()
        )

    @staticmethod
    def _body_of(said: Said, bodies: Bodies) -> str | None:
        """A bare 总书记 is of the party; a bare 党组书记 or 主席 is of the union the article is about."""
        unions = bodies.unions
        if (
            said.body in UNION_UNITS
            and said.change == "elected"
            and (elects := unions.electing(said.passage))
        ):
            return f"{elects}{said.body}"
        if said.body and said.is_tail:
            owner = bodies.owners.by_tail(said.body, said.article, said.passage)
            if owner or (said.body.endswith("会") and not said.body.endswith("工会")):
                return owner
            if said.body == "联合工会":
                return None  # of many works, and not of one
            said = replace(said, body="公司工会" if said.body.endswith("工会") else None, is_part=False)
        if said.body and said.is_part:
            return bodies.owners.by_part(said.body, said.article)
        if said.body == "公司工会" and said.change == "elected" and "公司" not in said.printed:
            house = bodies.owners.house(said.article)  # 当选为|工会主席
            return f"{house}工会" if house else None
        if said.body:
            whole = bodies.whole_or_open(said.body, said.article, said.passage)
            is_union = said.body.endswith("工会") and said.body in said.printed and BY_KIND.match(said.body)
            return whole or (said.body if is_union else None)  # 校工会, where no page tells whose it is
        if said.title == "总书记":
            return "中共中央"
        if said.change == "elected" and (elects := unions.electing(said.passage)):
            return elects
        if said.title.endswith(("主席", "党组书记", "党组成员")) or said.title == "常委":
            if said.change == "elected" and (union := unions.opening(said.article)):
                return union
            return unions.main(said.article) or unions.named(said.article)
        if said.title.removeprefix("原").startswith(PARTY_UNITS):
            return bodies.owners.with_party(said.article) or bodies.owners.house(said.article)
        if body := bodies.owners.of_title(said.title, said.article, said.passage):
            return body
        is_worker = SHOP_FLOOR.search(said.title) or is_of_works(said.title)
        return bodies.owners.employer(said.article) if is_worker else None


def _always_longer(names: set[str], articles: tuple[Article, ...]) -> dict[str, str]:
    """孟天 → 孟天则, where wherever 孟天 stands 则 follows: one sentence may cut 则 off as a word, two do not."""
    pairs = [name for name in names if len(name) == 2]
    text = "\n".join(field.text for field in fields_of(articles)) if pairs else ""
    behind: dict[str, list[str]] = {}
    for at, name in WordList(pairs).find(text):
        behind.setdefault(name, []).append(text[at + 2 : at + 3])
    longer = {}
    for name, followers in behind.items():
        heads = set(followers)
        last = heads.pop() if len(followers) > 1 and len(heads) == 1 else ""
        if grammar().given.get(last, -1.0) > -1.0 and last not in grammar().verbs and last not in NEVER_LAST:
            longer[name] = name + last
    return longer


def _may_be_main(name: str) -> bool:
    """谷幽兰, but not 谈服务, whose first character is a word of its own."""
    return len(name) == 3 and name[0] not in grammar().everyday


class _Posts:
    """The posts of each person, each with its first mention in every article that prints it."""

    def __init__(self):
        self._found: dict[str, dict[tuple[str, str], dict[int, PostMention]]] = defaultdict(dict)

    def add(self, name: str, body: str, title: str, mention: PostMention) -> None:
        held = self._found[name].setdefault((body, title), {})
        first = held.setdefault(mention.article, mention)
        if mention.change and not first.change:
            held[mention.article] = replace(first, change=mention.change)

    def is_deputy(self, said: Said, body: str) -> bool:
        """罗小满|主席 behind the 副主席罗小满 of the same union: what she is called, and no post of her own."""
        is_called = said.printed.startswith(said.name) and not said.change
        return is_called and (body, f"副{said.title}") in self._found[said.name]

    def of(self, name: str) -> tuple[PersonPost, ...]:
        return tuple(
            PersonPost(body, title, tuple(mentions.values()))
            for (body, title), mentions in self._found[name].items()
        )


@cache
def _called_by_surname() -> dict[str, str]:
    """习总书记 → 习近平"""
    return {f"{name[0]}{title}": name for name, _, title in (line.split() for line in load("known_people"))}


@cache
def _by_surname() -> re.Pattern:
    return words_finder(_called_by_surname())


def find_mentions(articles: tuple[Article, ...], names: set[str]) -> dict[str, list[Passage]]:
    """Every place of every accepted name, the longest name first: 王晁霞 is not 王晁."""
    mentions: dict[str, list[Passage]] = {}
    accepted = WordList(names)
    for field in fields_of(articles):
        for start, name in accepted.find(field.text):
            end = start + len(name)
            if not grammar().never_after.match(field.text, end):
                passage = Passage(field.article, field.name, name, start, end, field.block)
                mentions.setdefault(name, []).append(passage)
        for found in _by_surname().finditer(field.text):
            start, end = found.span()
            passage = Passage(field.article, field.name, found.group(), start, end, field.block)
            mentions.setdefault(_called_by_surname()[found.group()], []).append(passage)
    for number, article in enumerate(articles):
        for place, contributor in enumerate(article.contributors):
            passage = Passage(number, "byline", contributor.name, 0, len(contributor.name), place)
            mentions.setdefault(contributor.name, []).append(passage)
    return mentions
