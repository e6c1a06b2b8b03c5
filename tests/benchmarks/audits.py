"""Lighthouse over the pages that readers meet: the median of three runs each, on a simulated phone.

The packages stand in `lighthouse/package-lock.json` and are installed by `make bench`; nothing of them is served.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from tests.browser.conftest import ARGUMENTS, CHROMIUM
from tests.running import Site

PROGRAM = Path(__file__).parent / "lighthouse/node_modules/.bin/lighthouse"
RUNS = 3
LEAST = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 95}
MOST_SHIFT = 0.02
MOST_KILOBYTES, MOST_SCRIPT = 60, 15  # of an article, as they cross the line


def main() -> None:
    chromium = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if chromium is None or not PROGRAM.exists():
        sys.stdout.write("Lighthouse: needs Chromium and npm, and one of them is not installed\n")
        return
    with TemporaryDirectory() as folder:
        site = Site(Path(folder)).start()
        try:
            misses = [
                miss for name, path in pages().items() for miss in audit(name, site.url + path, chromium)
            ]
        finally:
            site.stop()
    for miss in misses:
        sys.stdout.write(f"missed: {miss}\n")
    sys.exit(bool(misses))


def pages() -> dict[str, str]:
    return {
        "front page": "/",
        "article": "/articles/1/",
        "person": "/people/1/",
        "search": "/search/?q=" + "%E5%B7%A5%E4%BC%9A",
    }


def audit(name: str, address: str, chromium: str) -> list[str]:
    """Prints one line; what it misses."""
    reports = [report_on(address, chromium) for _ in range(RUNS)]
    scores = {
        category: round(100 * median(report["categories"][category]["score"] for report in reports))
        for category in LEAST
    }
    shift = median(number_of(report, "cumulative-layout-shift") for report in reports)
    sizes = sizes_of(reports[0])
    whole, scripts = sum(sizes.values()) / 1024, sizes.get("script", 0) / 1024
    sys.stdout.write(
        f"Lighthouse, {name}: {', '.join(f'{category} {score}' for category, score in scores.items())}, "
        f"layout shift {shift:.3f}, {whole:.1f} KB without pictures, {scripts:.1f} KB of them scripts\n"
    )
    sys.stdout.flush()
    misses = [
        f"{name}: {category} {scores[category]}, at least {least}"
        for category, least in LEAST.items()
        if scores[category] < least
    ]
    if shift > MOST_SHIFT:
        misses.append(f"{name}: layout shift {shift:.3f}, at most {MOST_SHIFT}")
    if name == "article" and (whole > MOST_KILOBYTES or scripts > MOST_SCRIPT):
        misses.append(f"{name}: {whole:.1f} KB, {scripts:.1f} KB of scripts")
    return misses


def report_on(address: str, chromium: str) -> dict:
    command = [
        PROGRAM, address, "--quiet", "--output=json", f"--only-categories={','.join(LEAST)}",
        f"--chrome-flags={' '.join(ARGUMENTS)}",
    ]  # fmt: skip
    ended = subprocess.run(
        command, check=True, stdout=subprocess.PIPE, env={**os.environ, "CHROME_PATH": chromium}, timeout=300
    )
    return json.loads(ended.stdout)


def number_of(report: dict, audit: str) -> float:
    return report["audits"][audit]["numericValue"]


def sizes_of(report: dict) -> dict[str, int]:
    """Bytes that crossed the line, by kind, pictures left out."""
    items = report["audits"]["resource-summary"]["details"]["items"]
    left_out = ("total", "image", "media", "third-party")
    return {
        item["resourceType"]: item["transferSize"] for item in items if item["resourceType"] not in left_out
    }


if __name__ == "__main__":
    main()
