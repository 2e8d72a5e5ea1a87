"""What translators write in the editor, and what localize keeps of it."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st
from wagtail_localize.strings import StringValue

from translation.editor.comparison import compared
from translation.editor.notation import MarkupError, html_of, notation, tags

LINKED = 'See <a id="a1">the <b>guide</b></a> &amp; ask &lt;us&gt;.<br>Then <i>go</i>'
WRITTEN = "See ⟨a1⟩the ⟨b⟩guide⟨/b⟩⟨/a1⟩ & ask <us>.\nThen ⟨i⟩go⟨/i⟩"


def test_a_text_is_shown_in_the_notation_and_kept_as_it_was() -> None:
    assert notation(LINKED) == WRITTEN
    assert tags(LINKED) == ("a1", "b", "i")
    assert html_of(WRITTEN, tags(LINKED)) == LINKED


def test_a_tag_may_be_typed_as_in_html() -> None:
    assert html_of("<a1>the <b>guide</b></a1>\r\nnow", ["a1", "b"]) == '<a id="a1">the <b>guide</b></a><br>now'


def test_what_is_no_tag_of_the_source_is_text() -> None:
    assert html_of("a <b>c</b> < d", []) == "a &lt;b&gt;c&lt;/b&gt; &lt; d"


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("⟨i⟩no⟨/i⟩", "The original has no ⟨i⟩."),
        ("a\0b", "The text has a character that cannot be kept: U+0000."),
        ("⟨b⟩open", "⟨b⟩ is not closed."),
        ("shut⟨/b⟩", "⟨/b⟩ closes what is not open there."),
        ("⟨a1⟩⟨b⟩crossed⟨/a1⟩⟨/b⟩", "⟨/a1⟩ closes what is not open there."),
    ],
)
def test_tags_that_do_not_fit_together_are_named(written: str, said: str) -> None:
    with pytest.raises(MarkupError) as refused:
        html_of(written, ["a1", "b"])
    assert str(refused.value) == said


PIECES = st.recursive(
    st.text(st.characters(exclude_characters="⟨⟩\r", exclude_categories=["Cs", "Cc"]), min_size=1, max_size=8)
    | st.just("\n"),
    lambda inner: st.builds(
        lambda name, parts: f"⟨{name}⟩{''.join(parts)}⟨/{name}⟩", st.sampled_from(["a1", "b", "em"]), st.lists(inner)
    ),
    max_leaves=12,
)


@given(st.lists(PIECES).map("".join))
def test_whatever_is_written_is_read_again_as_it_was(written: str) -> None:
    for tag in ("<a1>", "</a1>", "<b>", "</b>", "<em>", "</em>"):
        written = written.replace(tag, "")  # these are read as tags
    html = html_of(written, ["a1", "b", "em"])
    assert html_of(notation(html), ["a1", "b", "em"]) == html
    kept = StringValue.from_translated_html(html)
    assert BeautifulSoup(kept.data, "html.parser").get_text() == BeautifulSoup(html, "html.parser").get_text()


@given(st.text(max_size=60), st.text(max_size=60))
def test_both_texts_can_be_read_from_their_comparison(old: str, new: str) -> None:
    parts = compared(old, new)
    assert "".join(part.text for part in parts if part.kind != "new") == old
    assert "".join(part.text for part in parts if part.kind != "old") == new


def test_words_that_changed_are_marked() -> None:
    said = [(part.kind, part.text) for part in compared("who pays and when", "who pays, how and when")]
    assert said == [("", "who pays"), ("new", ", how"), ("", " and when")]
