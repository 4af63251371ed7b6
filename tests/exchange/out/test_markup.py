"""Markup: any text comes back as it was, or as U+FFFD where XML cannot hold it."""

import re
import xml.etree.ElementTree as ElementTree

from hypothesis import given
from hypothesis import strategies as st

from stateofplay.exchange.out.markup import attribute, content


@given(st.text(max_size=60))
def test_any_text_goes_through_an_xml_parser(text):
    read = ElementTree.fromstring(f"<a b={attribute(text)}>{content(text)}</a>")
    unfit = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
    shown = unfit.sub("\ufffd", text)
    assert (read.text or "") == shown
    assert read.get("b") == shown
