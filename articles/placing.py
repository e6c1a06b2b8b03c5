"""What editors have placed on the front page by hand, as far as readers may see it now."""

from dataclasses import dataclass, field

from articles.models import Article, Slot
from articles.reading import as_cards
from unioncms.large_type import own_address

PICTURES = 4


@dataclass
class Placed:
    leads: list[Article] = field(default_factory=list)
    pinned: list[Article] = field(default_factory=list)
    pictures: list[Slot] = field(default_factory=list)


def find_placed() -> Placed:
    """Slots whose time it is, with their articles as readers are given them; unpublished ones wait."""
    slots = list(Slot.objects.current())
    keys = {slot.article_id for slot in slots if slot.article_id}
    cards = as_cards(Article.objects.published()).in_bulk(keys) if keys else {}
    placed = Placed()
    shelves = {Slot.Place.LEAD: placed.leads, Slot.Place.PINNED: placed.pinned}
    for slot in slots:
        card = cards.get(slot.article_id)
        if slot.place == Slot.Place.PICTURE:
            if slot.article_id is None or card:
                slot.card, slot.link = card, _link_of(slot, card)
                placed.pictures.append(slot)
        elif card and card not in shelves[slot.place]:
            shelves[slot.place].append(card)
    placed.pictures = placed.pictures[:PICTURES]
    return placed


def _link_of(slot: Slot, card: Article | None) -> str:
    if card:
        return card.get_absolute_url()
    return own_address(slot.address) if slot.address.startswith("/") else slot.address
