"""Make the search's entries anew."""

from django.core.management.base import BaseCommand

from articles.search import reindex


class Command(BaseCommand):
    help = (
        "Make the search's entries anew from what readers were given. It may be run at any time, and again."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--missing", action="store_true", help="Write only the entries of articles that have none."
        )

    def handle(self, *args, **options):
        written, removed = reindex(options["missing"])
        if options["verbosity"]:
            self.stdout.write(f"检索条目：写入 {written} 篇，移除 {removed} 篇。")
