"""The queues of the admin (待核): what waits for an editor, one question a card, settled by one button.

An app registers its queues as it registers its admins, and no list of them is kept by hand. What is settled never
comes back: `waiting` asks the rows themselves, and a decision that no row can carry is a row of its own. Where a queue
stands below the passages it is about, an app above says how they are found (`finds_passages`) and what else may be
answered (`add_answer`).
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from django.contrib import admin
from django.db import models
from django.http import HttpRequest
from django.utils.safestring import SafeString

PASSAGES = 3  # shown with each question


@dataclass(frozen=True, slots=True)
class Passage:
    """Words as printed, the name in <mark>, and where they stand."""

    words: SafeString
    article: str = ""
    article_url: str = ""
    document: str = ""
    document_url: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """A button: what it is called, whether this editor may press it, and what it does.

    `give` may return an address to go on to, where more has to be asked.
    """

    name: str
    label: str
    is_allowed: bool
    give: Callable[[], str | None]


@dataclass(slots=True)
class Card:
    key: str
    question: str
    facts: list[str] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)
    answers: list[Answer] = field(default_factory=list)
    links: list[tuple[str, str]] = field(
        default_factory=list
    )  # name and address of what is better done elsewhere

    @property
    def buttons(self) -> list[Answer]:
        return [answer for answer in self.answers if answer.is_allowed]


MakeAnswer = Callable[[HttpRequest, models.Model], Answer]


class Queue:
    """Rows of one kind that wait. Who may see the admin of `model` may see the queue."""

    def __init__(self, name: str, label: str, model: type[models.Model], order: int, hint: str = ""):
        self.name = name
        self.label = label
        self.model = model
        self.order = order
        self.hint = hint
        self.added: list[MakeAnswer] = []

    @property
    def site(self) -> admin.AdminSite:
        return admin.site

    @property
    def admin(self) -> admin.ModelAdmin:
        return self.site.get_model_admin(self.model)

    def may_see(self, request: HttpRequest) -> bool:
        return self.admin.has_view_permission(request)

    def may_change(self, request: HttpRequest) -> bool:
        return self.admin.has_change_permission(request)

    def waiting(self, request: HttpRequest) -> models.QuerySet:
        """What waits, in the order in which it is shown, with all that a card shows of a row itself."""
        raise NotImplementedError

    def cards(self, request: HttpRequest, rows: list) -> list[Card]:
        """A card for each row, in a number of queries that does not grow with the rows."""
        raise NotImplementedError

    def find(self, request: HttpRequest, key: str) -> models.Model | None:
        """The row of a card if it still waits; nobody else settles it until the transaction ends."""
        if not is_key(key):
            return None
        list(self.model._base_manager.select_for_update().filter(pk=key).values_list("pk"))
        return self.waiting(request).filter(pk=key).first()

    def add_answer(self, make: MakeAnswer) -> None:
        """For an app above: one more button on each card."""
        self.added.append(make)

    def more_answers(self, request: HttpRequest, row: models.Model) -> list[Answer]:
        return [make(request, row) for make in self.added]


def is_key(text: str) -> bool:
    """Whether an address may mean a row by this."""
    return text.isascii() and text.isdecimal() and len(text) < 19


_queues: dict[str, Queue] = {}


def register_queue(queue: Queue) -> Queue:
    if queue.name in _queues:
        raise ValueError(f"two queues are called {queue.name}")
    _queues[queue.name] = queue
    return queue


def find_queue(name: str) -> Queue | None:
    return _queues.get(name)


def visible_queues(request: HttpRequest) -> list[Queue]:
    return sorted((each for each in _queues.values() if each.may_see(request)), key=lambda each: each.order)


# Passages

FindPassages = Callable[[HttpRequest, type[models.Model], list[int]], dict[int, list[Passage]]]
_finders: dict[type[models.Model], FindPassages] = {}


def finds_passages(*found: type[models.Model]) -> Callable[[FindPassages], FindPassages]:
    """Have a function asked for the passages of records of these models."""

    def register(finder: FindPassages) -> FindPassages:
        _finders.update(dict.fromkeys(found, finder))
        return finder

    return register


def passages_of(
    request: HttpRequest, model: type[models.Model], keys: Iterable[int]
) -> dict[int, list[Passage]]:
    """Some passages for each record: key → passages; none where nobody knows how to find them."""
    finder = _finders.get(model)
    return finder(request, model, sorted(set(keys))) if finder else {}
