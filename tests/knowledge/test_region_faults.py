"""Faults of a region's files: each kind is told, all at once, with file and entry."""

from pathlib import Path

import pytest

from stateofplay.errors import DataFileError
from stateofplay.knowledge import table
from stateofplay.knowledge.region import available, region
from stateofplay.knowledge.region_faults import faults

ROLES = "role\tmeaning\nhead-of-state\tleads\nspokesperson\tspeaks\n"
TITLE = "{en: Land, zh: 國, ja: 国, ko: 나라}"
COLUMNS = "actor\tform\tlanguage\tuse\tscript\tfrom\tto\tnote\n"


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Write a region of its own for the test; ids differ by test, since regions are read once."""
    monkeypatch.setattr(table, "files", lambda package: tmp_path)
    (tmp_path / "regions").mkdir()
    (tmp_path / "regions" / "roles.tsv").write_text(ROLES, encoding="utf-8")

    def writing(id: str, **files: str) -> str:
        folder = tmp_path / "regions" / id
        folder.mkdir()
        (folder / "region.yaml").write_text(f"id: {id}\ntitle: {TITLE}\nactors: [KOR, APEC]\n", encoding="utf-8")
        for name, text in files.items():
            suffix = ".tsv" if name == "names" else ".yaml"
            (folder / f"{name}{suffix}").write_text(text, encoding="utf-8")
        return id

    return writing


PERSON = "{id: a-b, name: A B, state: KOR, names: {en: A B, zh: 甲, ja: 甲, ko: 갑}}"


def test_a_region_of_one_file_is_sound(write) -> None:
    id = write("bare")
    assert available() == ("bare",)
    assert (faults(region(id)), region(id).persons, region(id).names("zh")) == ((), (), ())


def test_all_faults_are_told_at_once(write) -> None:
    id = write(
        "faulty",
        persons=f"- {PERSON}\n- {{id: c-d, name: C D, state: atlantis, names: {{en: Other, ja: 甲, ko: 정}}}}\n",
        offices=(
            f"- {{id: KOR.king, actor: KOR, role: king, rank: 0, titles: {TITLE}, terms: ["
            "{person: a-b, from: 2001, to: 2003}, {person: nobody, from: 2002-05-01}]}\n"
            "- {id: PRK.odd, actor: KOR, role: head-of-state, rank: 1, titles: {en: Odd}}\n"
        ),
        frameworks=(
            f"- {{id: pact, kind: marriage, title: {TITLE}, members: [KOR, Atlantis], description: {{en: one line}}}}\n"
            f"- {{id: pact, kind: deal, title: {TITLE}, members: [KOR], from: 2001, description: {{en: x, zh: 乙}}}}\n"
            f"- {{id: other, kind: deal, title: {TITLE}, members: [KOR], from: 2001, description: {{en: x, zh: 乙}}}}\n"
        ),
        issues=f"- {{id: Big Issue, title: {TITLE}, keywords: {{en: word}}, description: {{en: x, zh: 乙}}}}\n",
        calendar=(
            f"- {{id: fete, kind: party, title: {TITLE}, actors: [Atlantis], recurs: '03-01', "
            "customs: [KOR DANCE Atlantis]}\n"
        ),
        names=COLUMNS
        + "KOR\tisle\ten\tplace\nAtlantis\tking\ten\tseat\n\tbase\ten\tmilitary\nKOR\tx\ten\todd\nKOR\tx\ten\todd\n",
    )
    told = "\n".join(faults(region(id)))
    for fault in (
        "persons.yaml: c-d: nothing to show in zh-Hant, zh-Hans",
        "persons.yaml: c-d: unknown state atlantis",
        "persons.yaml: c-d: the name C D is not among its English forms",
        "persons.yaml: 甲 (ja) stands for a-b, c-d",
        "offices.yaml: KOR.king: unknown role king",
        "offices.yaml: KOR.king: rank 0",
        "offices.yaml: KOR.king: unknown person nobody",
        "offices.yaml: KOR.king: the terms of a-b and nobody overlap",
        "offices.yaml: PRK.odd: unknown actor",
        "offices.yaml: PRK.odd: nothing to show in zh-Hant, zh-Hans, ja, ko",
        "frameworks.yaml: pact stands there 2 times",
        "frameworks.yaml: pact: unknown kind marriage",
        "frameworks.yaml: pact: unknown member Atlantis",
        "frameworks.yaml: pact: no day on which it began",
        "frameworks.yaml: pact: no description in zh-Hant",
        "frameworks.yaml: Land (en) stands for other, pact",
        "issues.yaml: Big Issue is no slug",
        "issues.yaml: Big Issue: no keywords in zh, ja, ko",
        "calendar.yaml: fete: unknown kind party",
        "calendar.yaml: fete: unknown actor Atlantis",
        "calendar.yaml: fete: unknown event type DANCE",
        "calendar.yaml: fete: unknown actor Atlantis in a custom",
        "names.tsv: isle: a place or trap has no actor",
        "names.tsv: king: unknown actor Atlantis",
        "names.tsv: base: a place or trap has no actor",
        "names.tsv: x: unknown use odd",
        "names.tsv: x (en) stands there twice",
    ):
        assert fault in told, f"{fault}\nnot in\n{told}"


def test_a_note_makes_a_shared_form_right(write) -> None:
    noted = PERSON.replace("}}", "}, note: namesakes}")
    id = write("namesakes", persons=f"- {noted}\n- {noted.replace('a-b', 'b-b')}\n")
    assert faults(region(id)) == ()


def test_handovers_acting_and_shared_offices_are_no_clash(write) -> None:
    id = write(
        "handover",
        persons=f"- {PERSON}\n",
        offices=(
            f"- {{id: KOR.one, actor: KOR, role: head-of-state, rank: 1, titles: {TITLE}, terms: ["
            "{person: a-b, from: 2001, to: 2003-05-04}, {person: a-b, from: 2003-05-04, to: 2004-06}, "
            "{person: a-b, from: 2004-06}, {person: a-b, from: 2002, acting: true}]}\n"
            f"- {{id: KOR.two, actor: KOR, role: spokesperson, rank: 2, shared: true, titles: {TITLE}, terms: ["
            "{person: a-b, from: 2001}, {person: a-b, from: 2002}]}\n"
        ),
    )
    assert faults(region(id)) == ()


@pytest.mark.parametrize(
    ("file", "text", "told"),
    [
        ("persons", f"- {{id: x}}\n- {PERSON}\n- 7\n", ("entry 1 (x): 'name' is missing", "entry 3 (no fields)")),
        ("persons", "a: b\n", ("not a list of entries",)),
        ("persons", f"- {PERSON.replace('}}', '}, alone: [de]}')}\n", ("alone: unknown languages",)),
        ("persons", "- {id: x, name: X, state: KOR, names: {fr: X}}\n", ("'fr' is no language",)),
        ("persons", "- {id: x, name: X, state: KOR, names: {en: [1]}}\n", ("1 under en is no text",)),
        (
            "offices",
            f"- {{id: KOR.x, actor: KOR, role: r, rank: 1, titles: {TITLE}, "
            "terms: [{person: a, from: 2003, to: 2001}]}\n",
            ("to 2001-01-01..2001-12-31 is before from",),
        ),
        (
            "offices",
            f"- {{id: KOR.x, actor: KOR, role: r, rank: 1, titles: {TITLE}, terms: [{{person: a}}]}}\n",
            ("the term of a has no `from`",),
        ),
        (
            "calendar",
            f"- {{id: x, kind: summit, title: {TITLE}, actors: [KOR], recurs: '13-01'}}\n",
            ("entry 1 (x)",),
        ),
        ("names", COLUMNS + "KOR\tword\tfr\tseat\nKOR\tword\ten\tseat\t\tsoon\n", ("line 2 (word)", "line 3 (word)")),
    ],
)
def test_an_entry_that_cannot_be_read_is_told_with_its_place(write, request, file, text, told) -> None:
    id = write(f"unreadable{abs(hash(request.node.name))}", **{file: text})
    with pytest.raises(DataFileError) as caught:
        region(id)
    assert file in caught.value.where
    for words in told:
        assert words in str(caught.value)


def test_a_region_file_without_fields_is_refused(write, tmp_path: Path) -> None:
    id = write("empty")
    (tmp_path / "regions" / id / "region.yaml").write_text("# nothing\n", encoding="utf-8")
    with pytest.raises(DataFileError, match="no fields"):
        region(id)
