"""What people and organisations share in a spreadsheet: a row means a name, and aliases and links come with it.

Aliases and links are only added: what a cell leaves out stays where it is.
"""

import re
from collections import Counter
from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db import models
from import_export.fields import Field

from people.models import AliasKind, Organisation, OrganisationLink
from people.resources.cells import LineWidget, RecordWidget, tidy
from people.resources.finding import NEW, Records, key_in, names_in, several
from people.resources.incoming import KEY, IncomingResource, Row

ALIAS_KINDS = {label: value for value, label in AliasKind.choices}
LINK_KINDS = {label: value for value, label in OrganisationLink.Kind.choices}
ALIAS = re.compile(rf"(.+?)\s*(?:[(（]({'|'.join(ALIAS_KINDS)})[)）])?")
LINK = re.compile(rf"({'|'.join(LINK_KINDS)})\s*[:：]\s*(.+)")
LINK_MARK = re.compile(rf"[、;；\n]\s*(?=(?:{'|'.join(LINK_KINDS)})\s*[:：])")
LISTED = re.compile("[、;；\n]")


def parts_of(cell: str, mark: re.Pattern) -> list[str]:
    return [part.strip() for part in mark.split(tidy(cell)) if part.strip()]


class AliasesField(Field):
    """云工(简称)、云州工会(曾用名)"""

    def __init__(self, column: str = "别名"):
        super().__init__("aliases", column, LineWidget())

    def export(self, instance, **kwargs):
        return "、".join(
            f"{alias.name}({alias.get_kind_display()})" for alias in _all_of(instance, "aliases")
        )

    def save(self, instance, row, is_m2m=False, **kwargs):
        aliases = type(instance)._meta.get_field("aliases").related_model
        longest = aliases._meta.get_field("name").max_length
        known = {alias.name: alias for alias in _all_of(instance, "aliases")}
        for part in parts_of(row[self.column_name], LISTED):
            name, kind = ALIAS.fullmatch(part).groups()
            if len(name) > longest:
                raise ValueError(f"别名“{name[:20]}……”超过 {longest} 字。")
            if name in known:
                stands = known[name].get_kind_display()
                if kind and kind != stands:
                    raise ValueError(f"别名“{name}”已有，类别是 {stands}；要改类别，请打开记录。")
                continue
            known[name] = aliases(name=name, **({"kind": ALIAS_KINDS[kind]} if kind else {}))
            _coming(instance, "aliases").append(known[name])


class LinksWidget(RecordWidget):
    """隶属:东山省总工会、更名为:云州市总工会. `coming` counts the names that the file itself brings."""

    def __init__(self):
        super().__init__(Organisation)
        self.coming: Counter[str] = Counter()

    def load(self, names: Iterable[str]) -> None:
        parts = [part for cell in names for part in parts_of(cell, LINK_MARK)]
        super().load(found[2].strip() for part in parts if (found := LINK.fullmatch(part)))

    def other(self, name: str) -> Organisation:
        """The body of a name; one that the file brings is made out with its name alone until it is there."""
        found = self.records.by_name.get(name, [])
        if self.coming[name] == 1 and not found:
            return Organisation(name=name)
        if (self.coming[name] and found) or self.coming[name] > 1:
            raise ValueError(f"叫“{name[:30]}”的单位不止一个，请打开记录添加这条关系。")
        return self.only_one(name)

    def only_one(self, name: str) -> Organisation:
        return self.records.only_one(name)


class LinksField(Field):
    def __init__(self, column: str = "单位关系"):
        super().__init__("links", column, LinksWidget())

    def export(self, instance, **kwargs):
        return "、".join(map(_link_text, _all_of(instance, "links")))

    def save(self, instance, row, is_m2m=False, **kwargs):
        known = set(map(_link_text, _all_of(instance, "links")))
        for part in parts_of(row[self.column_name], LINK_MARK):
            found = LINK.fullmatch(part)
            if not found:
                raise ValueError(
                    f"“{part[:30]}”看不懂；请写成 隶属：单位全称，关系有 {'、'.join(LINK_KINDS)}。"
                )
            link = OrganisationLink(kind=LINK_KINDS[found[1]], other=self.widget.other(found[2].strip()))
            if link.other.name == instance.name:
                raise ValueError("单位不能与自己建立关系。")
            if _link_text(link) not in known:
                known.add(_link_text(link))
                _coming(instance, "links").append(link)


def _link_text(link: OrganisationLink) -> str:
    return f"{link.get_kind_display()}:{link.other.name}"


def _coming(instance: models.Model, relation: str) -> list[models.Model]:
    """Rows that are to be added to a record when it is there itself."""
    return instance.__dict__.setdefault("coming_rows", {}).setdefault(relation, [])


def _all_of(instance: models.Model, relation: str) -> list[models.Model]:
    there = getattr(instance, relation).all() if instance.pk else ()
    return [*there, *_coming(instance, relation)]


class NamedResource(IncomingResource):
    """A record that has a name of its own."""

    name_column: str

    def load(self, keys: set[int], unkeyed: list[Row]) -> None:
        self.records = Records(self.candidates(), keys, names_in(unkeyed, self.name_column))
        self.names_before = {
            record.pk: {record.name, *(alias.name for alias in record.aliases.all())}
            for record in self.records.by_key.values()
        }

    def find(self, row: Row, is_new: bool) -> models.Model | None:
        name = row.get(self.name_column, "").strip()
        found = self.records.by_name.get(name, [])
        if is_new:
            return None
        if len(found) > 1:
            raise ValidationError({KEY: f"{several(name, found)}另有其人，则填 {NEW}。"})
        if not found:
            self.claim(("new", name), self.name_column)
        return found[0] if found else None

    def check(self, instance: models.Model) -> None:
        for relation, rows in instance.__dict__.get("coming_rows", {}).items():
            if rows and not self.user.has_perm(f"people.add_{rows[0]._meta.model_name}"):
                raise ValidationError({relation: f"您没有添加{rows[0]._meta.verbose_name}的权限。"})

    def after_import(self, dataset, result, **kwargs):
        """Aliases and links, when all that they belong to and lead to is there."""
        if result.has_errors() or result.has_validation_errors():
            return
        made = {row.instance.name: row.instance for row in result.rows if row.is_new()}
        coming: dict[type[models.Model], list[models.Model]] = {}
        for line in result.rows:
            for relation, rows in line.instance.__dict__.get("coming_rows", {}).items():
                owner = type(line.instance)._meta.get_field(relation).field
                for row in rows:
                    setattr(row, owner.name, line.instance)
                    if isinstance(row, OrganisationLink) and row.other.pk is None:
                        row.other = made[row.other.name]
                coming.setdefault(owner.model, []).extend(rows)
        for model, rows in coming.items():
            model.objects.bulk_create(rows)


def names_coming(rows: Iterable[Row], records: Records, name_column: str) -> Counter[str]:
    """How many new records of each name the rows bring."""
    return Counter(
        name
        for row in rows
        if key_in(row.get(KEY, "")) is None and (name := row.get(name_column, "").strip())
        if row.get(KEY, "").strip() == NEW or name not in records.by_name
    )
