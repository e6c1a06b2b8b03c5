"""Which records an editor has worked on, and which of the others nothing refers to any more.

What the machine alone made, the machine takes back: a provisional record goes when no row refers to it but what was
inferred from rows, and the admin's log knows of nobody who has worked on it. Relations are found by introspection, so
that one added later is not forgotten.
"""

from collections.abc import Iterable
from functools import cache

from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.db.models import Exists, F, Model, OuterRef, Q, QuerySet

from people.models import Organisation, Post
from unioncms.chunks import chunks


def find_worked_on(model: type[Model], keys: Iterable[int]) -> set[int]:
    """Those of these records that are checked, that an editor has saved, or that something an editor did refers to."""
    found: set[int] = set()
    sql, values = _select_touched(model)
    for some in chunks(keys):
        marks = ", ".join(["%s"] * len(some))
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT touched.key FROM ({sql}) AS touched WHERE touched.key IN ({marks})", [*values, *some]
            )
            found.update(key for (key,) in cursor.fetchall())
        found |= find_logged(model, set(some) - found)
    return found


@cache
def _select_touched(model: type[Model]) -> tuple[str, tuple]:
    """Put together once: Django takes longer over these subqueries than the database, and every import asks."""
    touched = Q(is_provisional=False)
    if model is Organisation:  # posts are made by the machine; what an editor did there is an appointment
        touched |= Q(
            Exists(Post.objects.filter(organisation=OuterRef("pk"), appointments__is_inferred=False))
        )
        touched |= _referred(model, _by_an_editor, but=("posts",))
    else:
        touched |= _referred(model, _by_an_editor)
    rows = model._base_manager.filter(touched).order_by().values(key=F("pk"))
    sql, values = rows.query.sql_with_params()
    return sql, tuple(values)


def find_logged(model: type[Model], keys: Iterable[int]) -> set[int]:
    """Those of these records that stand in the admin's log."""
    found: set[int] = set()
    for some in chunks(map(str, keys)):
        entries = LogEntry.objects.filter(
            content_type=ContentType.objects.get_for_model(model), object_id__in=some
        )
        found.update(int(key) for key in entries.values_list("object_id", flat=True))
    return found


def drop_orphans(model: type[Model], keys: Iterable[int]) -> int:
    """Delete those of these records that are orphans; returns how many."""
    keys = {key for key in keys if key is not None}
    if not keys:
        return 0
    unused = find_unused(model.objects.filter(pk__in=keys, is_provisional=True))
    orphans = unused - find_logged(model, unused)
    for some in chunks(orphans):
        model.objects.filter(pk__in=some).delete()
    return len(orphans)


def drop_orphaned_bodies(keys: Iterable[int]) -> int:
    """As `drop_orphans`; posts in which nobody was seen go with their body."""
    keys = {key for key in keys if key is not None}
    if not keys:
        return 0
    bodies = Organisation.objects.filter(pk__in=keys, is_provisional=True)
    unused = find_unused(bodies, but=("posts",))
    posts = Post.objects.filter(organisation__in=unused)
    used = posts.exclude(pk__in=find_unused(posts)).values_list("organisation", flat=True)
    orphans = unused - set(used)
    orphans -= find_logged(Organisation, orphans)
    for some in chunks(orphans):
        Organisation.objects.filter(pk__in=some).delete()
    return len(orphans)


def drop_vacant_posts(keys: Iterable[int]) -> int:
    """Delete those of these posts in which nobody is seen any more; an editor may have entered one without a holder."""
    vacant = find_unused(Post.objects.filter(pk__in={key for key in keys if key is not None}))
    bodies = dict(Post.objects.filter(pk__in=vacant).values_list("pk", "organisation"))
    worked_on = find_logged(Organisation, set(bodies.values()))
    vacant -= {key for key, body in bodies.items() if body in worked_on} | find_logged(Post, vacant)
    for some in chunks(vacant):
        Post.objects.filter(pk__in=some).delete()
    return len(vacant)


def find_unused(records: QuerySet, but: tuple[str, ...] = ()) -> set[int]:
    """Keys of those to which no row refers that stands by itself; relations named in `but` do not count."""
    referred = _referred(records.model, _in_its_own_right, but)
    return set(records.filter(~referred).order_by().values_list("pk", flat=True))


def _referred(model: type[Model], rows_of, but: tuple[str, ...] = ()) -> Q:
    """Whether any of the rows that `rows_of` takes from a related model refers to a record."""
    reached = Q()
    for relation in model._meta.related_objects:
        if relation.name not in but:
            rows = rows_of(relation.field.model)
            reached |= Q(Exists(rows.filter(**{relation.field.name: OuterRef("pk")})))
    return reached


def _by_an_editor(model: type[Model]) -> QuerySet:
    """Rows that an editor has settled or entered, as far as the model keeps them apart from the machine's."""
    names = {field.name for field in model._meta.get_fields()}
    if "is_settled" in names:
        return model._base_manager.filter(is_settled=True)
    return _in_its_own_right(model)


def _in_its_own_right(model: type[Model]) -> QuerySet:
    """All rows but those that follow from others."""
    if any(field.name == "is_inferred" for field in model._meta.get_fields()):
        return model._base_manager.filter(is_inferred=False)
    return model._base_manager.all()
