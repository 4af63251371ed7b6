"""What somebody gave as text, a day, a stretch or a language, as what it stands for; YourInput where it is none."""

from datetime import date

from stateofplay.day import Day
from stateofplay.documents.document import Language
from stateofplay.errors import YourInput


def day_of(given: date | str | None) -> date | None:
    """A day given as such or as ISO text; for text that is a stretch, its last day. YourInput for anything else."""
    return None if given is None else parsed_day(given)


def parsed_day(given: date | str) -> date:
    """A day given as such or as ISO text; YourInput for anything else."""
    return parsed(given).last if isinstance(given, str) else given


def parsed(text: str) -> Day:
    """The day or stretch that ISO text gives; YourInput for anything else."""
    try:
        return Day.parse(text)
    except ValueError as error:
        raise YourInput(f"not a day: {text!r}", mend="write it as 2025-09-01") from error


def variants(tag: str) -> tuple[str, ...]:
    """The variants of a language that a tag stands for; YourInput for one that we do not read."""
    told = Language.told(tag)
    found = (told,) if told else tuple(language for language in Language if language.folder == tag.lower())
    if not found:
        raise YourInput(f"no language {tag!r}", mend=f"write one of zh, {', '.join(Language)}")
    return tuple(language.value for language in found)
