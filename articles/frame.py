"""What stands around every page: the site's name, its menu and its foot, in one query."""

import re
from dataclasses import dataclass, field

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject

from articles.models import Site, SiteLink
from unioncms.large_type import own_address

RIGHTS = "稿件版权归原刊载报刊及作者所有。人物、单位与活动资料由报道汇编，如有出入，以原文为准。"
STANDARD_MENU = (
    ("首页", "articles:home"),
    ("稿件", "articles:article_list"),
    ("人物", "people:person_list"),
    ("单位", "people:organisation_list"),
    ("活动", "events:event_list"),
)
_OF_SITE = ("name", "line", "organiser", "hotline", "icp_number", "police_number", "rights")
_OF_LINK = ("place", "label", "address", "page__slug", "page__title", "page__is_public")


@dataclass
class Link:
    label: str
    address: str
    current: str = ""  # as aria-current has it: this page, or true for the section that it belongs to


@dataclass
class Frame:
    name: str
    line: str = ""
    organiser: str = ""
    hotline: str = ""
    icp_number: str = ""
    police_number: str = ""
    rights: str = RIGHTS
    menu: list[Link] = field(default_factory=list)
    foot: list[Link] = field(default_factory=list)
    friends: list[Link] = field(default_factory=list)

    @property
    def police_code(self) -> str:
        """The digits that the register of the police is asked with."""
        return "".join(re.findall(r"[0-9]", self.police_number))


def mark_current(menu: list[Link], path: str, home: str) -> None:
    """Mark the entry that is this page, or else the section which this page is in."""
    nearest = max(
        (
            link
            for link in menu
            if path == link.address or (link.address != home and path.startswith(link.address))
        ),
        key=lambda link: len(link.address),
        default=None,
    )
    if nearest:
        nearest.current = "page" if nearest.address == path else "true"


def read_frame(path: str = "") -> Frame:
    """As set in the admin; what is not set has its usual words, and an empty menu the usual entries."""
    order = ("links__place", "links__position", "links__pk")
    rows = list(Site.objects.order_by(*order).values(*_OF_SITE, *(f"links__{name}" for name in _OF_LINK)))
    frame = Frame(settings.SITE_NAME)
    for name in _OF_SITE if rows else ():
        if rows[0][name]:
            setattr(frame, name, rows[0][name])
    shelves = {
        SiteLink.Place.MENU: frame.menu,
        SiteLink.Place.FOOT: frame.foot,
        SiteLink.Place.FRIENDS: frame.friends,
    }
    for row in rows:
        link = _link(row)
        if link:
            shelves[row["links__place"]].append(link)
    frame.menu = frame.menu or [Link(label, reverse(name)) for label, name in STANDARD_MENU]
    mark_current(frame.menu, path, reverse("articles:home"))
    return frame


def _link(row: dict) -> Link | None:
    """The link that a row of the query is for; None without one, or to a page that is not public."""
    if row["links__place"] is None:
        return None
    if slug := row["links__page__slug"]:
        if not row["links__page__is_public"]:
            return None
        return Link(
            row["links__label"] or row["links__page__title"], reverse("articles:fixed_page", args=[slug])
        )
    address = row["links__address"]
    return Link(row["links__label"], own_address(address) if address.startswith("/") else address)


def frame(request: HttpRequest) -> dict:
    """For every template; asked of the database by the first that shows a part of it."""
    lazy = SimpleLazyObject(lambda: read_frame(request.path))
    return {"frame": lazy, "site_name": SimpleLazyObject(lambda: lazy.name)}
