"""Pages name built files by content; a file that was not built is our fault, said plainly."""

import pytest

from stateofplay.app.web import assets
from stateofplay.errors import OurFault


def test_files_are_named_by_content():
    assert assets.asset("page.css").startswith("/static/page.")
    assert assets.asset("page.css") != assets.asset("page.js")


def test_a_file_that_was_not_built_is_our_fault():
    with pytest.raises(OurFault, match="install the package again"):
        assets.asset("absent.css")


def test_where_nothing_was_built_it_says_so(monkeypatch):
    monkeypatch.setattr(assets, "BUILT", ("app", "web", "nowhere"))
    with pytest.raises(OurFault, match="has not been built"):
        assets.asset.__wrapped__("page.css")
