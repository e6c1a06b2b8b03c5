"""Records with fixed, readable values, for every test that needs one."""

from hashlib import sha256

from django.contrib.auth.models import Permission

from articles.models import Article, Column, Contribution, Mention, SourceDocument
from events.models import Event
from people.models import Appointment, Organisation, Person, Post, User
from unioncms.states import MatchState, Status


def make_user(username: str = "editor", permissions: tuple[str, ...] = (), **values) -> User:
    """An account; `permissions` are codenames such as publish_article."""
    user = User.objects.create_user(username=username, password="a long password of 2024", **values)
    user.user_permissions.set(Permission.objects.filter(codename__in=permissions))
    return user


def make_editor(**values) -> User:
    return make_user(is_staff=True, is_superuser=True, **values)


def make_person(name: str = "林海生", **values) -> Person:
    return Person.objects.create(name=name, **values)


def make_organisation(name: str = "云州市总工会", **values) -> Organisation:
    values.setdefault("kind", Organisation.Kind.UNION)
    return Organisation.objects.create(name=name, **values)


def make_post(title: str = "主席", organisation: Organisation | None = None, **values) -> Post:
    return Post.objects.create(organisation=organisation or make_organisation(), title=title, **values)


def make_appointment(person: Person | None = None, post: Post | None = None, **values) -> Appointment:
    return Appointment.objects.create(person=person or make_person(), post=post or make_post(), **values)


def make_event(name: str = "云州市职工技能大赛", **values) -> Event:
    values.setdefault("kind", Event.Kind.CONTEST)
    return Event.objects.create(name=name, **values)


def make_column(name: str = "主席之声", **values) -> Column:
    return Column.objects.create(name=name, **values)


def make_source(name: str = "page.txt", text: str = "云州市总工会举办技能大赛", **values) -> SourceDocument:
    content = text.encode()
    values.setdefault("parse_digest", "0" * 64)
    return SourceDocument.objects.create(
        name=name,
        sha256=sha256(content).hexdigest(),
        content=content,
        size=len(content),
        encoding="utf-8",
        text=text,
        **values,
    )


def make_article(headline: str = "云州市总工会举办技能大赛", **values) -> Article:
    """A draft of two paragraphs; pass status=Status.PUBLISHED for one that readers see."""
    values.setdefault(
        "body", "<p>5月1日,云州市总工会举办职工技能大赛。</p><p>市总工会主席林海生出席并讲话。</p>"
    )
    values.setdefault("published_on", "2024-05-01")
    if values.get("status") == Status.PUBLISHED:
        values.setdefault("released_body", values["body"])
    return Article.objects.create(headline=headline, **values)


def make_published_article(headline: str = "云州市总工会举办技能大赛", **values) -> Article:
    return make_article(headline, status=Status.PUBLISHED, **values)


def make_contribution(article: Article, name: str = "何晓兰", person: Person | None = None, **values):
    values.setdefault("role", Contribution.Role.REPORTER)
    state = MatchState.MATCHED if person else MatchState.UNMATCHED
    return Contribution.objects.create(
        article=article, printed_name=name, person=person, state=state, **values
    )


def make_mention(article: Article, record: Person | Organisation | Event, **values) -> Mention:
    """`record` named once in the body of `article`, under its whole name."""
    kind = record._meta.model_name
    values.setdefault("text", record.name)
    values.setdefault("state", MatchState.MATCHED)
    return Mention.objects.create(article=article, kind=kind, name=record.name, **{kind: record}, **values)
