"""The picture of the README, ``docs/review.png``: the review page of ``seeds/`` after a few decisions. Needs Chromium and the test extra.

    python docs/picture.py
"""

from __future__ import annotations

import pathlib
import sys
import tempfile

ROOT = pathlib.Path(__file__).parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]


def main() -> int:
    """Repair the seeds, open the page, decide five edits by key, take the picture."""
    from browser import Browser, executable

    from pipeline.cli import main as hanmend

    if executable() is None:
        print("no Chromium on this machine; install it, then run this again", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder, Browser(1440, 900) as page:
        if hanmend(["clean", str(ROOT / "seeds"), "-o", folder]):
            return 2
        page.open(pathlib.Path(folder) / "report.html")
        page.keys("aa2xaj")
        # Notices go after four seconds.
        page.until("!document.getElementById('said').textContent")
        page.picture(ROOT / "docs" / "review.png")
    return 0


if __name__ == "__main__":
    sys.exit(main())
