"""Who and what a document speaks of: the order of the recognisers, and what each needs of the others."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from unioncms.parsing.document import Article, Event, Organisation, Person
from unioncms.parsing.naming.bodies.finding import find_organisations
from unioncms.parsing.naming.bodies.mention import Mention
from unioncms.parsing.naming.bodies.tails import find_tails
from unioncms.parsing.naming.dates import year_of_page
from unioncms.parsing.naming.events.gathering import Events
from unioncms.parsing.naming.names.finding import find_names
from unioncms.parsing.naming.names.name import FAINT, LIKELY, Name
from unioncms.parsing.naming.passages import Sentence, fields_of, sentences_of
from unioncms.parsing.naming.places.evidence import evidence_of
from unioncms.parsing.naming.places.page import Places
from unioncms.parsing.naming.posts.authors import read_credits
from unioncms.parsing.naming.posts.chains import PrintedPost
from unioncms.parsing.naming.posts.finding import PostFinder
from unioncms.parsing.naming.posts.people import People
from unioncms.parsing.naming.posts.titles import Title, find_titles
from unioncms.parsing.naming.posts.trades import find_occupations, find_staff
from unioncms.parsing.naming.wholes.bodies import Bodies
from unioncms.parsing.patterns import WordList

COMPANY = re.compile(r"(?:公司|集团|厂)(?:工会)?$")
BATCH = 64  # sentences
SHORT_BRAND = 2  # characters


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
    tails = WordList(short_forms) if short_forms else None
    bodies = Bodies(places, short_forms)
    people = People()
    published_on = published_on or year_of_page(context)
    events = Events(articles, published_on, publication)
    for number, article in enumerate(articles):
        read_credits(number, article, publication, places, people, bodies)
    fields = list(fields_of(articles))
    sentences = (sentence for field in fields for sentence in sentences_of(field))
    for sentence, titles, mentions, names in _read(sentences, places, tails):
        likely = _gather(sentence, titles, mentions, names, places, people, bodies)
        events.read(sentence, likely, mentions)
    bodies.evidence = evidence_of(articles, context, places, (publication, issuer), people.accepted())
    bodies.conclude(fields)
    found = people.people(articles, bodies)
    told = events.events(bodies, found)
    return Recognised(found, bodies.organisations(_posts_by_body(found)), told, published_on)


def _posts_by_body(people: tuple[Person, ...]) -> dict[str, set[int]]:
    """The bodies in which the people hold posts, and the articles that say so: 统战部部长 alone names no 统战部."""
    found: dict[str, set[int]] = {}
    for person in people:
        for post in person.posts:
            found.setdefault(post.organisation, set()).update(mention.article for mention in post.mentions)
    return found


def _read(
    sentences: Iterator[Sentence], places: Places, tails: WordList | None
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
    mentions = [each for each in mentions if not _begins_in_name(each, names)]
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


def _begins_in_name(body: Mention, names: list[Name]) -> bool:
    """骆淑|华为|大家发放: the dictionary's 华为, where the name is 骆淑华; but not 任|云州市总工会."""
    is_short = len(body.text) <= SHORT_BRAND
    return is_short and any(name.start < body.start < name.end < body.end for name in names)


def _add_posts(
    posts: list[PrintedPost], sentence: Sentence, mentions: list[Mention], people: People, bodies: Bodies
) -> None:
    """The posts, and the bodies that they alone tell of: 厂党委|书记."""
    known = {(mention.start, mention.end) for mention in mentions}
    for post in posts:
        if not post.is_for_a_day:
            people.add_post(post, sentence)
        body = post.organisation
        is_named = body is not None and not body.is_tail and (body.start, body.end) not in known
        if is_named and post.is_printed(sentence.text):
            known.add((body.start, body.end))
            passage = sentence.passage(body.start, body.end)
            bodies.add(sentence.field.article, body.text, passage, is_part=body.is_part)
