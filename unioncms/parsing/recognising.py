"""Who and what a document speaks of: the order of the recognisers, and what each needs of the others."""

from collections import Counter, defaultdict
from dataclasses import dataclass

from unioncms.parsing.document import Article, Event, Organisation, Passage, Person, PersonPost
from unioncms.parsing.names import Name, find_names
from unioncms.parsing.organisations import find_organisations
from unioncms.parsing.passages import Field, Sentence, fields_of, sentences_of
from unioncms.parsing.people import Finds, accepted_names, find_mentions
from unioncms.parsing.places import weigh_places
from unioncms.parsing.posts import find_posts
from unioncms.parsing.titles import find_titles
from unioncms.parsing.wholes import whole_name


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
    page = weigh_places(context)
    weights = [(_weigh_article(article), page) for article in articles]
    finds = Finds()
    bodies: dict[str, list[tuple[str, Passage | None, int]]] = defaultdict(list)
    for field in fields_of(articles):
        for sentence in sentences_of(field):
            titles = find_titles(sentence)
            mentions = find_organisations(sentence)
            names = find_names(sentence, [(t.start, t.end) for t in titles])
            for name in names:
                finds.scores[name.text] = max(finds.scores[name.text], name.score)
                finds.counts[name.text] += 1
            for mention in mentions:
                whole = whole_name(mention.text, weights[field.article]) or mention.text
                bodies[whole].append(
                    (mention.text, sentence.passage(mention.start, mention.end), field.article)
                )
            for post in find_posts(sentence, names, mentions, titles):
                body = post.organisation.text if post.organisation else None
                printed = sentence.text[post.start : post.end]
                finds.posts.append(
                    (
                        post.name.text,
                        field.article,
                        body,
                        post.title.text,
                        printed,
                        sentence.passage(post.start, post.end),
                    )
                )
    for number, article in enumerate(articles):
        for contributor in article.contributors:
            finds.scores[contributor.name] = 9.0
            if contributor.printed_post:
                text = contributor.printed_post.strip() + contributor.name
                sentence = Sentence(Field(number, "byline", 0, text), 0, text)
                titles = find_titles(sentence)
                mentions = find_organisations(sentence)
                at = len(text) - len(contributor.name)
                name = Name(contributor.name, at, len(text), 9.0)
                for mention in mentions:
                    whole = whole_name(mention.text, weights[number]) or mention.text
                    bodies[whole].append((mention.text, None, number))
                for post in find_posts(sentence, [name], mentions, titles):
                    body = post.organisation.text if post.organisation else None
                    finds.posts.append(
                        (name.text, number, body, post.title.text, text[post.start : post.end], None)
                    )
            if publication and contributor.role in ("reporter", "trainee_reporter"):
                finds.posts.append(
                    (contributor.name, number, publication, contributor.printed_role or "记者", "", None)
                )
    names = accepted_names(finds)
    places = find_mentions(articles, names)
    people = []
    for name, passages in sorted(places.items(), key=lambda item: (item[1][0].article, item[0])):
        posts = {}
        for who, article, body, title, printed, passage in finds.posts:
            if who == name and body:
                whole = whole_name(body, weights[article])
                if whole:
                    posts.setdefault((whole, title), PersonPost(whole, title, printed, passage))
        people.append(
            Person(name, tuple(posts.values()), tuple(sorted({p.article for p in passages})), tuple(passages))
        )
    organisations = tuple(
        Organisation(
            whole,
            tuple(dict.fromkeys(text for text, _, _ in found if text != whole)),
            tuple(sorted({article for _, _, article in found})),
            tuple(passage for _, passage, _ in found if passage),
        )
        for whole, found in bodies.items()
    )
    return Recognised(tuple(people), organisations, (), published_on)


def _weigh_article(article: Article) -> Counter:
    weights: Counter = Counter()
    for contributor in article.contributors:
        for name, weight in weigh_places(contributor.printed_post).items():
            weights[name] += 20 * weight
    for text in (
        article.headline,
        article.subheadline,
        article.editors_note,
        *(block.text for block in article.body),
    ):
        weights.update(weigh_places(text or ""))
    for figure in article.figures:
        weights.update(weigh_places(figure.caption))
    return weights
