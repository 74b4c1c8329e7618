"""What the head of an HTML page says: title, author, publisher, language, date."""

import re

from bs4 import BeautifulSoup, Tag

from chronicle.errors import EdtfError
from chronicle.model import Dating
from chronicle.sources.lines import plain
from chronicle.sources.metadata import Metadata, dated


def head_metadata(soup: BeautifulSoup, *, name: str) -> Metadata:
    """What the page's head says: title, author, publisher, language, date."""
    root = soup.find("html")
    language = (
        root.get("lang") or root.get("xml:lang") if isinstance(root, Tag) else None
    )
    title = _meta(soup, "dc.title", "citation_title", "og:title")
    if title is None and isinstance(soup.title, Tag):
        title = plain(soup.title.get_text()) or None
    return Metadata(
        title=title,
        author=_meta(soup, "author", "dc.creator", "citation_author"),
        publisher=_meta(soup, "dc.publisher", "citation_publisher", "og:site_name"),
        language=str(language) if language else None,
        published=_published(soup, name),
    )


def _meta(soup: BeautifulSoup, *names: str) -> str | None:
    for name in names:
        for tag in soup.find_all("meta"):
            given = str(
                tag.get("name") or tag.get("property") or tag.get("itemprop") or ""
            )
            content = plain(str(tag.get("content") or ""))
            if given.lower() == name and content:
                return content
    return None


def _published(soup: BeautifulSoup, name: str) -> Dating | None:
    """The day of publication, from the head or a ``<time pubdate>``."""
    given = _meta(
        soup,
        "article:published_time",
        "datepublished",
        "citation_publication_date",
        "citation_date",
        "dc.date",
        "dc.date.issued",
        "dcterms.issued",
        "date",
    )
    source = f"{name}, <meta>"
    if given is None:
        given = next(filter(None, map(_time, soup.find_all("time"))), "")
        source = f"{name}, <time>"
    day = re.match(r"-?\d{4}(?:[-/]\d{2}){0,2}", given)
    try:
        return dated(day[0].replace("/", "-"), source=source) if day else None
    except EdtfError:
        return None


def _time(tag: Tag) -> str:
    """The date of a ``<time>`` that says it is the day of publication."""
    classes = " ".join(str(c) for c in tag.get("class") or [])
    says_so = (
        tag.has_attr("pubdate")
        or tag.get("itemprop") == "datePublished"
        or re.search(r"publish|pubdate|entry-date", classes) is not None
    )
    return str(tag.get("datetime") or "") if says_so else ""
