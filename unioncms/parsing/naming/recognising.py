"""Who and what a document speaks of: the order of the recognisers, and what each needs of the others."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from unioncms.parsing.document import Article, Event, Organisation, Person
from unioncms.parsing.naming.bodies.finding import find_organisations
from unioncms.parsing.naming.bodies.mention import Mention
from unioncms.parsing.naming.bodies.tails import find_tails, tails_finder
from unioncms.parsing.naming.dates import Clock, year_of_page
from unioncms.parsing.naming.events.announced import named_after_series
from unioncms.parsing.naming.events.finding import Occasion, find_occasions
from unioncms.parsing.naming.events.headline_names import named_by_headline
from unioncms.parsing.naming.events.organisers import Organisers
from unioncms.parsing.naming.events.told_once import told_once
from unioncms.parsing.naming.names.finding import find_names
from unioncms.parsing.naming.names.name import FAINT, LIKELY, Name
from unioncms.parsing.naming.passages import Field, Sentence, fields_of, sentences_of
from unioncms.parsing.naming.places.areas import Places
from unioncms.parsing.naming.places.evidence import evidence_of
from unioncms.parsing.naming.posts.authors import read_credits
from unioncms.parsing.naming.posts.chains import PrintedPost
from unioncms.parsing.naming.posts.finding import PostFinder
from unioncms.parsing.naming.posts.people import People
from unioncms.parsing.naming.posts.titles import Title, find_occupations, find_staff, find_titles
from unioncms.parsing.naming.wholes.bodies import Bodies

# 活动由 …主办, 本次大赛由 … 承办
HOLDS = re.compile(r"(?:据悉|据了解)?[，,]?(?:本[次届]|此次|这次|该)?[\u3400-\u9fff]{2,12}?由")
HOSTS = re.compile("主办|承办|举办|联办|合办")
# 八届一次全委会议: no body but the union that the article is about
SESSION_ALONE = re.compile(r"[一二三四五六七八九十]{1,3}届[一二三四五六七八九十]{1,3}次(?:全委|常委)")
COMPANY = re.compile(r"(?:公司|集团|厂)(?:工会)?$")
DEPARTMENT = re.compile(r"(?<=总工会)[\u3400-\u9fff]{2,8}[部室]$")  # its head visits for the union
OF_ALL = re.compile(r"全(?P<level>[省市县区州旗])[\u3400-\u9fff]{0,4}工会")  # 全省工会女职工工作会议
LONGEST_POST = 16  # characters before the name
GOES = ("到", "向", "赴", "来到", "前往", "捐", "领", "逝世", "同志")
VISITS = re.compile("慰问|看望|走访|调研|检查")
FOUNDED = re.compile(r"(?:正式|挂牌|揭牌)?成立(?:大会|仪式)?$|揭牌(?:仪式)?$")
HEADLINES = ("headline", "subheadline")
BATCH = 64  # sentences


@dataclass(frozen=True, slots=True)
class Recognised:
    people: tuple[Person, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    events: tuple[Event, ...] = ()
    published_on: str | None = None


def recognise(
    articles: tuple[Article, ...],
    publication: str | None,
    published_on: str | None,
    context: str,
    issuer: str | None = None,
) -> Recognised:
    """People, organisations and events of the articles; `context` is the page's clean text, for its places, and
    `issuer` the union whose page it is."""
    places = Places(context, publication)
    short_forms = find_tails(context, places)
    tails = tails_finder(short_forms)
    bodies = Bodies(places, short_forms)
    people = People()
    published_on = published_on or year_of_page(context)
    occasions: list[tuple[int, Occasion]] = []
    for number, article in enumerate(articles):
        read_credits(number, article, publication, places, people, bodies)
    clocks = [Clock(published_on) for _ in articles]
    before: tuple[tuple[int, int, str], str | None] | None = None  # the text and the day of the last sentence
    days: list[set[str]] = [set() for _ in articles]
    fields = list(fields_of(articles))
    field: Field | None = None
    sentences = (sentence for field in fields for sentence in sentences_of(field))
    for sentence, titles, mentions, names in _read(sentences, places, tails):
        if sentence.field is not field:
            field = sentence.field
            clock, genre = clocks[field.article], articles[field.article].genre
            clock.turn()
        names = _gather(sentence, titles, mentions, names, places, people, bodies)
        dates = list(clock.find(sentence.text))
        if dates:
            days[field.article].update(date.iso for date in dates if date.iso and len(date.iso) == 10)
        if field.name == "kicker":
            continue
        found = find_occasions(sentence, names, mentions, dates, genre)
        if not dates and before and before[0] == (field.article, field.block, field.name):
            found = [each if each.date or each.is_deed else replace(each, date=before[1]) for each in found]
        days_told = [date for date in dates if date.is_day and date.iso]
        told_day = days_told[-1].iso if days_told and not found else None
        before = ((field.article, field.block, field.name), told_day)
        if not found and occasions and occasions[-1][0] == field.article:
            occasions[-1] = (field.article, _with_organisers(occasions[-1][1], sentence, mentions))
        headline = articles[field.article].headline
        last = occasions[-1][1] if occasions and occasions[-1][0] == field.article else None
        for occasion in found:
            if (named := named_after_series(occasion, last)) is not None:
                occasions.append((field.article, named_by_headline(named, headline)))
    bodies.evidence = evidence_of(articles, context, places, (publication, issuer), people.accepted())
    bodies.conclude(fields)
    found = people.people(articles, bodies)
    known = {person.name for person in found}
    only_days = {
        number: next(iter(found))
        for number, found in enumerate(days)
        if len(found) == 1 and articles[number].genre == "news"
    }
    events = _events(occasions, bodies, known, only_days)
    return Recognised(found, bodies.organisations(_posts_by_body(found)), events, published_on)


def _posts_by_body(people: tuple[Person, ...]) -> dict[str, set[int]]:
    """The bodies in which the people hold posts, and the articles that say so: 统战部部长 alone names no 统战部."""
    found: dict[str, set[int]] = {}
    for person in people:
        for post in person.posts:
            found.setdefault(post.organisation, set()).update(mention.article for mention in post.mentions)
    return found


def _with_organisers(occasion: Occasion, sentence: Sentence, mentions: list[Mention]) -> Occasion:
    """活动由市总工会主办: who held what the sentence before told of."""
    if "由" not in sentence.text or not HOLDS.match(sentence.text):
        return occasion
    announced = Organisers(sentence.text, mentions).announced()
    if occasion.organisers and not HOSTS.search(sentence.text):
        return occasion  # 活动由权益部牵头: who holds it was said before
    return replace(occasion, organisers=announced) if announced else occasion


def _events(
    occasions: list[tuple[int, Occasion]], bodies: Bodies, known: set[str], only_days: dict[int, str]
) -> tuple[Event, ...]:
    """One event for what several sentences tell of, and one deed a day. What the headline of a piece of news names
    was on the only day that it speaks of."""
    events: dict[str, Event] = {}
    days_of_deeds: set[tuple[int, str]] = set()
    named_on = {(article, each.date) for article, each in occasions if not each.is_deed}
    told = {
        article
        for article, each in occasions
        if not (each.is_headline or each.is_lead or each.is_deed or each.is_plain or each.is_ahead)
    }
    headed = {article for article, each in occasions if each.is_headline} - told
    deeds: dict[int, Occasion] = {}  # the first of each article: what a headline tells of
    for article, each in occasions:
        if each.is_deed:
            deeds.setdefault(article, each)
    for article, occasion in occasions:
        if (occasion.is_headline and article not in headed) or (
            (occasion.is_lead or occasion.is_deed) and article in headed
        ):
            continue
        if occasion.is_lead:
            if (article, occasion.date) in named_on:
                continue
        elif occasion.is_deed and occasion.date:
            day = (article, occasion.date)
            if day in days_of_deeds:
                continue
            days_of_deeds.add(day)
        is_ours = occasion.is_reported or SESSION_ALONE.match(occasion.name) is not None
        organisers = [
            bodies.whole(body.text, article, occasion.passage) or body.text for body in occasion.organisers
        ]
        if occasion.is_deed:
            organisers = [DEPARTMENT.sub("", name) for name in organisers]
            if _is_of_a_person(occasion):
                organisers, is_ours = [], False
        if not organisers and (of := OF_ALL.match(occasion.name)):
            organisers = list(filter(None, [bodies.whole(f"{of['level']}总工会", article)]))
        if not organisers and is_ours and (main := bodies.main_union(article)):
            organisers = [main]
        if FOUNDED.search(occasion.name):
            organisers = [name for name in organisers if not _founds(occasion.name, name)]
        below = deeds.get(article, occasion) if occasion.is_headline else occasion
        people = tuple(name for name in dict.fromkeys((*occasion.people, *below.people)) if name in known)
        event = Event(
            occasion.name,
            occasion.date
            or (only_days.get(article) if occasion.passage.field in HEADLINES else None)
            or below.date,
            occasion.place or below.place,
            tuple(dict.fromkeys(organisers)),
            people,
            article,
            occasion.passage,
        )
        first = events.setdefault(occasion.name, event)
        if not first.date and event.date and first.article == article:
            events[occasion.name] = event
    return tuple(told_once(events.values()))


def _is_of_a_person(occasion: Occasion) -> bool:
    """梅若华到夜校旁听 is no event of the union of the article, 梅若华到矿上慰问 is."""
    if VISITS.search(occasion.name):
        return False
    before, person, behind = next(
        (parts for name in occasion.people if (parts := occasion.name.partition(name))[1]), ("", "", "")
    )
    return bool(person) and len(before) < LONGEST_POST and behind.startswith(GOES)


def _founds(name: str, body: str) -> bool:
    """茶业工会联合会成立大会: what is founded holds no meeting yet."""
    founded = FOUNDED.split(name)[0]
    return founded.endswith(("会", "公司", "中心", "站")) and body.endswith(founded[-6:])


def _read(
    sentences: Iterator[Sentence], places: Places, tails: re.Pattern | None
) -> Iterator[tuple[Sentence, list[Title], list[Mention], list[Name]]]:
    """Each sentence with what it prints. A finder reads a batch of them before the next one does: by turns in every
    sentence they would push one another's lists out of the processor's cache."""
    while batch := list(islice(sentences, BATCH)):
        titles = [find_titles(sentence) for sentence in batch]
        mentions = [find_organisations(sentence, places, tails) for sentence in batch]
        for sentence, of_office, bodies in zip(batch, titles, mentions, strict=True):
            if bodies:
                spans = [(each.start, each.end) for each in bodies if not each.is_inside]
                of_office += find_occupations(sentence, spans, of_office)
        names = [
            find_names(sentence, places, [(title.start, title.end) for title in found], FAINT)
            for sentence, found in zip(batch, titles, strict=True)
        ]
        yield from zip(batch, titles, mentions, names, strict=True)


def _gather(
    sentence: Sentence,
    titles: list[Title],
    mentions: list[Mention],
    names: list[Name],
    places: Places,
    people: People,
    bodies: Bodies,
) -> list[Name]:
    """Hands what a sentence prints on to those who gather it; the names that are likely ones."""
    names = [name for name in names if not _is_of_company(name, mentions)]
    for name in names:
        people.add_name(name)
    names = [name for name in names if name.score >= LIKELY]
    for mention in mentions:
        passage = None if mention.is_inside else sentence.passage(mention.start, mention.end)
        bodies.add(sentence.field.article, mention.text, passage, mention.full)
    if names and mentions:
        places_of_bodies = [(each.start, each.end) for each in mentions]
        titles += find_staff(sentence, places_of_bodies, (name.start for name in names), titles)
    if titles:
        posts = PostFinder(sentence, places, names, mentions, titles)
        _add_posts(posts.find(people.last_name(sentence.field)), sentence, mentions, people, bodies)
    if names:
        people.remember(names[-1].text, sentence.field)
    return names


def _is_of_company(name: Name, mentions: list[Mention]) -> bool:
    """楚天 of 楚天筑成公司: what a company's name opens with."""
    return any(
        body.start <= name.start and name.end < body.end and COMPANY.search(body.text) for body in mentions
    )


def _add_posts(
    posts: list[PrintedPost], sentence: Sentence, mentions: list[Mention], people: People, bodies: Bodies
) -> None:
    """The posts, and the bodies that they alone tell of: 厂党委|书记."""
    known = {(mention.start, mention.end) for mention in mentions}
    for post in posts:
        if not post.is_for_a_day:
            people.add_post(post, sentence)
        body = post.organisation
        if body and (body.start, body.end) not in known and post.is_printed(sentence.text):
            known.add((body.start, body.end))
            passage = sentence.passage(body.start, body.end)
            bodies.add(sentence.field.article, body.text, passage, is_part=body.is_part)
