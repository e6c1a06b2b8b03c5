"""Which bodies the names of bodies mean, and the posts there: by whole name, else by alias; two of one name wait.

An open name (市总工会, of a page that tells no place) means a body in its own document only, and only what an editor
has settled it on there.
"""

from collections import Counter
from collections.abc import Iterable

from django.db.models import Exists, F, OuterRef, Q

from articles.models import Attestation, Mention
from articles.settling.rows import DECIDED, Changes, Fresh, Kind, document_of
from people import places
from people.matching import decide, load_bodies
from people.models import Organisation, Post
from unioncms.chunks import chunks
from unioncms.parsing.naming.wholes.open_names import is_open
from unioncms.states import MatchState

Decisions = dict[str, tuple[MatchState, Organisation | None]]


class OrganisationSettler:
    """Settles the rows that name bodies; `decisions` is what each name means afterwards."""

    def __init__(self, names: set[str], fresh: Fresh, changes: Changes, made: Counter):
        self.names = names
        self.fresh = fresh
        self.changes = changes
        self.made = made
        self.decisions: Decisions = {}
        self.known: set[int] = set()
        self.moved: set[str] = set()  # names that mean another body now, somewhere
        self.moved_mentions: list[int] = []
        self.moved_attestations: set[int] = set()
        self.people_concerned: set[str] = set()  # seen in a post that is another now
        self.open = {name for name in names if is_open(name)}
        # document and open name → what an editor settled it on
        self.tied: dict[tuple[int, str], Organisation] = {}

    def settle(self) -> None:
        if not self.names:
            return
        register = load_bodies(self.names)
        self.decisions = {name: decide(register.get(name, [])) for name in self.names}
        self.known = {body.pk for found in register.values() for body in found}
        self.decisions |= self._found([name for name in self.names - self.open if name not in register])
        right = [name for name, (_, body) in self.decisions.items() if body and body.name == name]
        mentions = [
            *self.fresh.mentions_of(Kind.ORGANISATION),
            *self._wrong_mentions(right),
            *self._open_rows(Mention, "name", "organisation_id", kind=Kind.ORGANISATION),
        ]
        attestations = [
            *self.fresh.attestations,
            *self._wrong_attestations(right),
            *self._open_rows(Attestation, "organisation_name", "post_id", "name", "title", "person_id"),
        ]
        self._load_tied([*mentions, *attestations])
        for mention in mentions:
            body = self._body_of(mention, mention.name)
            state = MatchState.MATCHED if body else self.decisions[mention.name][0]
            self.known.add(mention.organisation_id)
            if self.changes.link(mention, "organisation", body.pk if body else None, state):
                self.moved.add(mention.name)
                if mention.pk is not None:
                    self.moved_mentions.append(mention.pk)
        self.changes.save(Mention, "organisation", "state")
        self._settle_posts(attestations)

    @property
    def unused(self) -> set[int]:
        """Bodies of these names that may have lost their last row: those that no row about to be stored names."""
        named = {body.pk for name in self.fresh.names.organisations if (body := self.record(name))}
        return self.known - named - {None}

    def record(self, name: str) -> Organisation | None:
        return self.decisions.get(name, (None, None))[1]

    def _body_of(self, row: Mention | Attestation, name: str) -> Organisation | None:
        if name in self.open:
            return self.tied.get((document_of(row), name)) if self.tied else None
        return self.record(name)

    def _open_rows(self, model: type, name: str, target: str, *columns: str, **conditions) -> Iterable:
        """Rows of open names that an editor's word in their document may change, or that mean a body without it.

        Those of a document that is about to be stored say nothing of other documents, which are left alone.
        """
        asked = self.open - self.fresh.names.organisations if self.open else set()
        settled = Mention.objects.filter(
            Q(article__source=OuterRef("article__source")) | Q(article=OuterRef("article")),
            kind=Kind.ORGANISATION,
            name=OuterRef(name),
            is_settled=True,
            state=MatchState.MATCHED,
        )
        for some in chunks(asked):
            rows = model.objects.filter(**{f"{name}__in": some}, is_settled=False, **conditions)
            rows = rows.exclude(DECIDED).filter(Q(**{f"{target}__isnull": False}) | Exists(settled))
            rows = rows.annotate(source_key=F("article__source"))
            yield from rows.only(name, "state", "article_id", "may_found", target, *columns)

    def _load_tied(self, rows: list[Mention | Attestation]) -> None:
        """Of stored rows in any document, of those about to be stored in their own."""
        settled = Mention.objects.filter(kind=Kind.ORGANISATION, is_settled=True, state=MatchState.MATCHED)
        settled = settled.annotate(source_key=F("article__source")).select_related("organisation")
        opened = [row for row in rows if _body_named(row) in self.open]
        fresh = [row for row in opened if row.pk is None]
        beside = settled.filter(article__source__in={row.article.source_id for row in fresh})
        for query, asked in ((settled, [row for row in opened if row.pk is not None]), (beside, fresh)):
            for some in chunks({_body_named(row) for row in asked}):
                for mention in query.filter(name__in=some):
                    self.tied[document_of(mention), mention.name] = mention.organisation

    def _wrong_mentions(self, right: list[str]) -> Iterable[Mention]:
        """Open mentions that do not mean what their name means now; of a common name few are."""
        is_right = Q(state=MatchState.MATCHED, organisation__name=F("name"), name__in=right)
        for some in chunks(self.names - self.open):
            rows = Mention.objects.filter(kind=Kind.ORGANISATION, name__in=some, is_settled=False)
            rows = rows.exclude(DECIDED).exclude(is_right)
            yield from rows.only("name", "state", "organisation_id", "article_id")

    def _wrong_attestations(self, right: list[str]) -> Iterable[Attestation]:
        is_right = Q(post__organisation__name=F("organisation_name"), organisation_name__in=right)
        for some in chunks(self.names - self.open):
            rows = Attestation.objects.filter(organisation_name__in=some, is_settled=False)
            rows = rows.exclude(DECIDED).exclude(is_right)
            yield from rows.only(
                "name", "organisation_name", "title", "state", "post_id", "person_id", "may_found"
            )

    def _found(self, missing: list[str]) -> Decisions:
        """Provisional bodies for the names that no body bears, as far as a row allows it."""
        names = sorted(set(missing) & self._may_found(missing))
        if not names:
            return {}
        chains = {name: places.listed_area(name) for name in names}
        areas = places.ensure_areas(chains.values())
        rows = Organisation.objects.bulk_create(
            Organisation(
                name=name,
                kind=places.guess_kind(name),
                level=places.guess_level(name),
                area=areas.get(chains[name]),
                is_provisional=True,
            )
            for name in names
        )
        self.made["organisations"] += len(rows)
        return {row.name: (MatchState.MATCHED, row) for row in rows}

    def _may_found(self, missing: list[str]) -> set[str]:
        allowed: set[str] = set()
        for mention in self.fresh.mentions:
            if mention.may_found:
                named = [mention.name] if mention.kind == Kind.ORGANISATION else []
                allowed.update(named, mention.evidence.get("organisers", ()))
        allowed.update(each.organisation_name for each in self.fresh.attestations if each.may_found)
        for some in chunks(set(missing) - allowed):
            rows = Mention.objects.filter(kind=Kind.ORGANISATION, name__in=some, may_found=True)
            allowed.update(rows.exclude(DECIDED).values_list("name", flat=True))
            rows = Attestation.objects.filter(organisation_name__in=some, may_found=True)
            allowed.update(rows.exclude(DECIDED).values_list("organisation_name", flat=True))
        return allowed

    def _settle_posts(self, attestations: list[Attestation]) -> None:
        wanted = {
            (body.pk, row.title): body
            for row in attestations
            if row.title and (body := self._body_of(row, row.organisation_name))
        }
        posts: dict[tuple[int, str], Post] = {}
        if wanted:
            held = Post.objects.filter(
                organisation__in={key for key, _ in wanted}, title__in={title for _, title in wanted}
            )
            posts = {(post.organisation_id, post.title): post for post in held}
            allowed = {
                (body.pk, row.title)
                for row in attestations
                if row.may_found and (body := self._body_of(row, row.organisation_name))
            }
            missing = [
                Post(organisation=body, title=title)
                for (key, title), body in wanted.items()
                if (key, title) not in posts and (key, title) in allowed
            ]
            for post in Post.objects.bulk_create(missing):
                posts[post.organisation_id, post.title] = post
            if missing:
                self.made["posts"] += len(missing)
        for row in attestations:
            body = self._body_of(row, row.organisation_name)
            post = posts.get((body.pk, row.title)) if body else None
            row.body = body.name if body else row.organisation_name
            state = MatchState.MATCHED if post and row.person_id else row.state
            if post is None and state == MatchState.MATCHED:
                state = MatchState.UNMATCHED
            if self.changes.write(row, post_id=post.pk if post else None, state=state):
                self.moved.add(row.organisation_name)
                if row.pk is not None:
                    self.moved_attestations.add(row.pk)
                    self.people_concerned.add(row.name)
        self.changes.save(Attestation, "post", "state")


def _body_named(row: Mention | Attestation) -> str:
    return row.name if isinstance(row, Mention) else row.organisation_name
