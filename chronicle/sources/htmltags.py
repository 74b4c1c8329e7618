"""What the elements of an HTML page are: text, apparatus, notes, marks."""

import re

from bs4 import Tag

from chronicle.model import DivisionKind

_DROPPED = re.compile(
    "script|style|nav|template|noscript|head|svg|math|form|button|iframe|object|video"
    "|audio|canvas|select|input|textarea|dialog|map"
)
_BLOCK = re.compile(
    "address|article|aside|blockquote|body|caption|center|dd|details|div|dl|dt"
    "|fieldset|figcaption|figure|footer|h[1-6]|header|hr|html|legend|li|main|ol|p|pre"
    "|section|summary|table|tbody|tfoot|thead|tr|ul"
)
_HEADING = re.compile(r"h([1-6])")
_NOTES = re.compile(
    r"foot-?notes?|end-?notes?|rearnotes?|doc-(?:foot|end)notes?|references|reflist"
    r"|bibliography|notes|doc-bibliography|marginalia|sidenote",
    re.IGNORECASE,
)
# What pages say of their apparatus by class or id: not text at all, or beside it.
_UNSEEN = re.compile(
    r"mw-editsection|mw-jump-link|toc|noprint|navbox.*|catlinks|printfooter"
    r"|breadcrumbs?|sr-only|visually-hidden|screen-reader-text|skip-link",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    r"infobox.*|sidebar.*|hatnote|thumbcaption|gallerytext|wp-caption-text"
    r"|(?:image-|photo-)?caption|credit|siteSub|related.*|comments|share.*|social.*"
    r"|cookie.*|newsletter.*|advert.*",
    re.IGNORECASE,
)
_PAGE_BREAK = re.compile(r"pagebreak|doc-pagebreak|page-?num(?:ber)?|pb", re.IGNORECASE)
_NOTE_MARK = re.compile(r"\W*(?:\d{1,3}|[a-z]|[ivx]{1,5}|[*†‡§¶]+)\W*")


def is_unseen(tag: Tag) -> bool:
    """Whether a reader does not see it, or it is the page's own apparatus."""
    if _DROPPED.fullmatch(tag.name):
        return True
    style = str(tag.get("style") or "").replace(" ", "").lower()
    role = str(tag.get("role") or "")
    return (
        tag.has_attr("hidden")
        or tag.get("aria-hidden") == "true"
        or "display:none" in style
        or role in ("navigation", "search", "menu", "menubar")
        or any(_UNSEEN.fullmatch(mark) for mark in _marks(tag))
    )


def _marks(tag: Tag) -> tuple[str, ...]:
    """What a tag says it is: its classes, role, EPUB type and id."""
    named = [tag.get("role"), tag.get("epub:type"), tag.get("id")]
    classes: str | list[str] = tag.get("class") or []
    listed = [classes] if isinstance(classes, str) else list(classes)
    return tuple(str(word) for n in (*named, *listed) if n for word in str(n).split())


def is_block(tag: Tag) -> bool:
    """Whether it begins a line of its own."""
    return _BLOCK.fullmatch(tag.name) is not None


def heading_level(tag: Tag) -> int:
    """The depth of a heading, 1 the highest; 0 for what is none."""
    found = _HEADING.fullmatch(tag.name)
    return int(found[1]) if found else 0


def kind_of(tag: Tag) -> DivisionKind | None:
    """The kind of division that an element makes, if it makes one."""
    if heading_level(tag):
        return DivisionKind.HEADING
    if tag.name == "blockquote":
        return DivisionKind.QUOTATION
    if tag.name == "aside" or any(_NOTES.fullmatch(mark) for mark in _marks(tag)):
        return DivisionKind.NOTE
    if tag.name in ("figcaption", "caption", "footer"):
        return DivisionKind.FURNITURE
    if any(_BESIDE.fullmatch(mark) for mark in _marks(tag)):
        return DivisionKind.FURNITURE
    if tag.name == "header" and tag.find_parent(["article", "main"]) is None:
        return DivisionKind.FURNITURE
    return None


def is_page_break(tag: Tag) -> bool:
    """Whether it marks where a printed page begins."""
    return tag.name in ("span", "a", "div", "hr", "p") and any(
        _PAGE_BREAK.fullmatch(mark) for mark in _marks(tag)
    )


def is_note_mark(tag: Tag) -> bool:
    """Whether it is the raised number or sign of a footnote."""
    words = tag.get_text()
    if tag.name not in ("a", "sup") or not _NOTE_MARK.fullmatch(words.lower()):
        return False
    link = tag if tag.name == "a" else tag.find("a")
    target = str(link.get("href") or "") if isinstance(link, Tag) else ""
    if tag.name == "a":
        return target.startswith("#") or "noteref" in " ".join(_marks(tag))
    return (
        target.startswith("#") or words.strip().isdigit() or not words.strip().isalpha()
    )
