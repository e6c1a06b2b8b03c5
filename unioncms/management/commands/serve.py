"""`make run`: the whole site on this machine."""

from django.conf import settings
from django.core.management import BaseCommand, CommandError, call_command

from unioncms import serving


class Command(BaseCommand):
    help = "Set up this machine's site, import and publish documents, make an editor account, and serve it."

    def add_arguments(self, parser):
        parser.add_argument("--port", type=int, default=8000, help="on 127.0.0.1 (8000)")
        parser.add_argument(
            "--seeds", nargs="+", metavar="PATH", default=["seeds"], help="files or folders to import (seeds)"
        )

    def handle(self, *, port, seeds, **options):
        if settings.IS_PRODUCTION:
            raise CommandError("This serves an embedded site; docs/production.md says how production runs.")
        try:
            serving.require_free_port(port)
            self.say("Preparing the database and the static files ...")
            serving.set_up()
            self.say(f"Importing {' '.join(seeds)} ...")
            if not serving.fill(seeds):
                self.say("Some documents were not imported, as said above; the others are in.")
            call_command("create_editor", stdout=self.stdout)
            site = f"http://{serving.ADDRESS}:{port}/"
            self.say(f"\n  Site  （网站）  {site}\n  Admin（后台）  {site}admin/\n\nCtrl-C ends it.")
            serving.serve(port)
        except KeyboardInterrupt:
            raise CommandError("Ended by Ctrl-C; what was imported is kept.", returncode=130) from None

    def say(self, text: str) -> None:
        """At once, so that a log has it before what the import says on standard error."""
        self.stdout.write(text)
        self.stdout.flush()
