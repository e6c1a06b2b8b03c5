"""Documents that are in already, parsed anew by what the parser knows today."""

from collections.abc import Iterable

from articles.importing import Importer
from articles.models import ImportRun, SourceDocument
from articles.outlines import outline_from_json
from articles.preparing import prepare_stored
from people.models import User


def parse_documents_again(keys: Iterable[int], user: User) -> ImportRun:
    """Each document by itself, one after another; the run tells also of those in which nothing changed.

    One that was corrected gave its articles to the correction, and is left.
    """
    importer = Importer(user=user, always_recorded=True)
    for key in keys:
        source = SourceDocument.objects.filter(pk=key, corrections__isnull=True).first()
        if source:
            outline = outline_from_json(source.outline) if source.outline else None
            importer.take(prepare_stored(bytes(source.content), source.name, outline))
    return importer.finish()
