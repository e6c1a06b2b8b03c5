"""What stands beside the authors of a piece: the posts that a note gives them, and the paper that reporters are of."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from unioncms import words
from unioncms.parsing.document import Article, Contributor
from unioncms.parsing.lexicon import load
from unioncms.parsing.naming.bodies.finding import find_organisations
from unioncms.parsing.naming.bodies.kinds import UNION_UNITS
from unioncms.parsing.naming.bodies.mention import Mention
from unioncms.parsing.naming.names.name import Name
from unioncms.parsing.naming.passages import Field, Sentence
from unioncms.parsing.naming.places.page import Places
from unioncms.parsing.naming.posts.finding import PostFinder
from unioncms.parsing.naming.posts.people import CERTAIN, People, Said
from unioncms.parsing.naming.posts.titles import Title, find_titles
from unioncms.parsing.naming.wholes.bodies import Bodies

IS_OF = re.compile("^(?:[系为是]|单位)?[：:]?")
AUTHOR_IS = re.compile(r"^(?:本文)?作者[系为是：:]")
# 云州港务公司工会，作者系该公司工会副主席; 云州市总工会。何江平系该会主席
OF_THE_SAME = re.compile(
    r"(?P<body>[^。，,；]{4,30})[。，,](?P<who>作者|[\u3400-\u9fff]{2,4})[系是]该(?:公司|[会校院局厂矿所站段])?(?:工会)?(?P<post>[^。]+)"
)
BLANK_WITHIN = re.compile(r"(?<=[\u3400-\u9fff]) (?=[\u3400-\u9fff])")
OF_A_PLACE = re.compile(r"[\u3400-\u9fff]{2,8}?[市区县旗]")
OUR_PAPER = re.compile("本[报刊网台站版]")
NO_HOUSES = ("工会", "工会委员会", "部", "局", "办公室", "公司", "集团", "一周", "一週")
STAFF = ("reporter", "trainee_reporter")


def read_credits(
    number: int, article: Article, publication: str | None, places: Places, people: People, bodies: Bodies
) -> None:
    """Contributors with the post printed beside them; reporters are of the paper, where the page names it."""
    paper = article.source_credit or publication
    if paper and speaks_of_paper(article, paper):
        bodies.add(number, paper)
    notes = Counter(contributor.printed_post for contributor in article.contributors)
    read = Counter()
    for contributor in article.contributors:
        people.add_certain(contributor.name)
        if note := contributor.printed_post:
            share = (read[note], notes[note])
            read[note] += 1
            _read_printed_post(number, contributor, share, places, people, bodies)
        elif _is_of_staff(contributor) and (
            house := contributor.house or _house_of_staff(article, publication)
        ):
            if contributor.house:
                bodies.add(number, house)
            title = contributor.printed_role or "记者"
            people.said.append(Said(contributor.name, number, house, title, contributor.printed_role))


def _is_of_staff(contributor: Contributor) -> bool:
    """Also 本报记者 王一川 摄, who took a picture."""
    return contributor.role in STAFF or contributor.printed_role.endswith("记者")


def _house_of_staff(article: Article, publication: str | None) -> str | None:
    """A paper has reporters, a union whose site took the piece over has none."""
    houses = (article.source_credit, publication)
    return (
        next((house for house in houses if house and not house.endswith(NO_HOUSES)), None)
        if publication
        else None
    )


def speaks_of_paper(article: Article, paper: str) -> bool:
    """By its source, by its staff, or by its own words: a paper's name at the head of a page alone is no body of it."""
    if article.source_credit or any(map(_is_of_staff, article.contributors)):
        return True
    texts = (article.headline, article.editors_note, *(block.text for block in article.body))
    return any(paper in text or OUR_PAPER.search(text) for text in texts if text)


def _read_printed_post(
    number: int,
    contributor: Contributor,
    share: tuple[int, int],
    places: Places,
    people: People,
    bodies: Bodies,
) -> None:
    """`share` says which of how many authors it is of whom the one note speaks."""
    note = AUTHOR_IS.sub("", without_stray_blanks(contributor.printed_post.strip()))
    post = _own_share(note, contributor.name, *share)
    text = post + contributor.name
    sentence = Sentence(Field(number, "byline", 0, text), 0, text)
    titles = find_titles(sentence)
    mentions = list(_of_one_place(find_organisations(sentence, places)))
    mentions += _bodies_before_titles(text, titles, mentions)
    for mention in mentions:
        bodies.add(number, mention.text)
    author = Name(contributor.name, len(post), len(text), CERTAIN)
    known = {mention.text for mention in mentions}
    found = PostFinder(sentence, places, [author], mentions, titles).find(None)
    place, authors = share
    if post == note and 1 < authors == len(found):
        found = [found[place]]  # 作者系云州市总工会主席、|组织部部长: the one is this, the other that
    for each in found:
        people.add_post(each, sentence)
        if each.organisation and each.organisation.text not in known:
            bodies.add(number, each.organisation.text)


def _own_share(note: str, name: str, place: int, authors: int) -> str:
    """何江平系云州市总工会主席；|娄小倩单位：云州纺织厂: of several authors what is said of the one."""
    if same := OF_THE_SAME.match(note):
        return same["body"] + same["post"] * (same["who"] in ("作者", name))
    shares = re.split("[；;]", note)
    own = next((share.removeprefix(name) for share in shares if share.startswith(name)), None)
    if own is None:
        return shares[place] if len(shares) == authors else note
    return IS_OF.sub("", own)


def without_stray_blanks(text: str) -> str:
    """云州市总工 会组织部: without a blank within a word."""
    for blank in reversed(list(BLANK_WITHIN.finditer(text))):
        before, behind = text[: blank.start()], text[blank.end() :]
        at = 0
        for word in words.cut(before[-4:] + behind[:4]):
            at += len(word)
            if at - len(word) < len(before[-4:]) < at:
                text = before + behind
    return text


def _of_one_place(mentions: Iterable[Mention]) -> Iterator[Mention]:
    """云州市人大常委会副主任、|市总工会|主席: who holds both is of one 云州市."""
    place = ""
    for mention in mentions:
        if found := OF_A_PLACE.match(mention.text):
            place = found.group()
        elif mention.is_short and place and mention.text.startswith(place[-1]):
            mention = replace(mention, text=place + mention.text[1:], is_short=False)
        yield mention


def _bodies_before_titles(text: str, titles: list[Title], mentions: list[Mention]) -> Iterator[Mention]:
    """In a printed post whatever stands before a title is the body: 洪洪县工人文化宫|主任."""
    known = {mention.end for mention in mentions}
    unions = [mention for mention in mentions if mention.text.endswith("总工会")]
    at = 0
    for title in titles:
        body = text[at : title.start].removesuffix("原")
        union = next((union.text for union in unions if union.end <= at), "")
        if union and body in load("union_departments"):
            yield Mention(union + body, at, title.start)  # 云州市总工会主席、|组织部|部长
        elif len(body) > 2 and title.start not in known and body not in UNION_UNITS:
            yield Mention(body, at, at + len(body))
        at = title.end + (text[title.end : title.end + 1] in "、，兼 ")
