"""Who and what a document speaks of: the order of the recognisers, and what each needs of the others."""

from collections import Counter
from dataclasses import dataclass

from unioncms.parsing.bodies import Bodies
from unioncms.parsing.document import Article, Contributor, Event, Organisation, Person
from unioncms.parsing.names import Name, find_names
from unioncms.parsing.organisations import find_organisations
from unioncms.parsing.passages import Field, Sentence, fields_of, sentences_of
from unioncms.parsing.people import CERTAIN, People, Said
from unioncms.parsing.places import Places
from unioncms.parsing.posts import find_posts
from unioncms.parsing.titles import find_titles

STAFF = ("reporter", "trainee_reporter")


@dataclass(frozen=True, slots=True)
class Recognised:
    people: tuple[Person, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    events: tuple[Event, ...] = ()
    published_on: str | None = None


def recognise(
    articles: tuple[Article, ...], publication: str | None, published_on: str | None, context: str
) -> Recognised:
    """People, organisations and events of the articles; `context` is the page's clean text, for its places."""
    places = Places(context, publication)
    page = places.weigh(context)
    bodies = Bodies(places, [(_evidence(article, places, publication), page) for article in articles])
    people = People()
    for number, article in enumerate(articles):
        _read_credits(number, article, publication, places, people, bodies)
    for field in fields_of(articles):
        for sentence in sentences_of(field):
            _read_sentence(sentence, places, people, bodies)
    found = people.people(articles, bodies)
    return Recognised(found, bodies.organisations(), (), published_on)


def _read_sentence(sentence: Sentence, places: Places, people: People, bodies: Bodies) -> None:
    titles = find_titles(sentence)
    mentions = find_organisations(sentence, places)
    names = find_names(sentence, places, [(title.start, title.end) for title in titles])
    for name in names:
        people.add_name(name)
    for mention in mentions:
        bodies.add(sentence.field.article, mention.text, sentence.passage(mention.start, mention.end))
    for post in find_posts(sentence, names, mentions, titles):
        people.add_post(post, sentence)


def _read_credits(
    number: int, article: Article, publication: str | None, places: Places, people: People, bodies: Bodies
) -> None:
    """Contributors with the post printed beside them; reporters are of the paper, where the page names it."""
    paper = article.source_credit or publication
    if paper:
        bodies.add(number, paper)
    for contributor in article.contributors:
        people.add_certain(contributor.name)
        if contributor.printed_post:
            _read_printed_post(number, contributor, places, people, bodies)
        elif publication and contributor.role in STAFF:
            title = contributor.printed_role or "记者"
            people.said.append(Said(contributor.name, number, publication, title, contributor.printed_role))


def _read_printed_post(
    number: int, contributor: Contributor, places: Places, people: People, bodies: Bodies
) -> None:
    post = contributor.printed_post.strip()
    text = post + contributor.name
    sentence = Sentence(Field(number, "byline", 0, text), 0, text)
    titles = find_titles(sentence)
    mentions = find_organisations(sentence, places)
    for mention in mentions:
        bodies.add(number, mention.text)
    for each in find_posts(sentence, [Name(contributor.name, len(post), len(text), CERTAIN)], mentions, titles):
        people.add_post(each, sentence)


def _evidence(article: Article, places: Places, publication: str | None) -> Counter:
    """How much the article speaks of each place; its author's post and its paper weigh most."""
    weights: Counter = Counter()
    for text in (publication or "", *(contributor.printed_post for contributor in article.contributors)):
        for name, weight in places.weigh(text).items():
            weights[name] += 20 * weight
    for text in (article.headline, article.subheadline, article.editors_note, *(block.text for block in article.body)):
        weights.update(places.weigh(text or ""))
    for figure in article.figures:
        weights.update(places.weigh(figure.caption))
    return weights
