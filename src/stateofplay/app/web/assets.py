"""The built scripts and styles: pages name them by content, so that a browser may keep them for ever."""

import json
from functools import cache

from stateofplay.errors import OurFault
from stateofplay.knowledge.table import data

BUILT = ("app", "web", "static", "built")


@cache
def asset(name: str) -> str:
    """Path on this site of the built file `name`, such as `page.css`; OurFault where it was not built."""
    manifest = data(*BUILT, "manifest.json")
    files = json.loads(manifest.read_text(encoding="utf-8"))["files"] if manifest.is_file() else {}
    if name not in files:
        raise OurFault(
            f"{name} of the web app has not been built",
            where="/".join(BUILT),
            mend="install the package again: uv pip install -e .",
        )
    return f"/static/{files[name]}"
