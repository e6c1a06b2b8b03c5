"""Every order of the real documents leads to one register: too many to try in the tests."""

import os
import sys
import time
from itertools import permutations
from pathlib import Path


def main() -> None:
    reference = os.environ.get("UNIONCMS_REFERENCE", "")
    if not reference:
        sys.stdout.write("orders of the real documents: UNIONCMS_REFERENCE names no folder of them\n")
        return
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
    import django
    from django.db import connection

    django.setup()
    connection.creation.create_test_db(verbosity=0)
    from tests.articles.registering import prepare_folder, registers

    started = time.perf_counter()
    orders = list(permutations(prepare_folder(Path(reference) / "seeds")))
    found = registers(orders)
    different = sum(each != found[0] for each in found)
    spent = time.perf_counter() - started
    sys.stdout.write(
        f"{len(orders)} orders of the real documents: {different} lead elsewhere ({spent:.0f} s)\n"
    )
    if different:
        sys.exit(1)


if __name__ == "__main__":
    main()
