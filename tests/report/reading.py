"""What the tests of a page share: a reader of pages, a household, two drafts."""

from html.parser import HTMLParser
from typing import Any

DRAFT = """\
name: {name}
country: uzbekistan
title: {title}
reference: a draft, https://example.org/draft?a=1&b=2
description: The benefit of `UP126` for {months} months.
parameters:
  unemployment_benefit.maximum_months:
    2025-11-01: {months}
"""
# Six million on average; half of it in each month after the first, from December 2025 on: three months today.
CLAIMANT: dict[str, Any] = {
    "birth_date": "1985-03-01",
    "sex": "male",
    "is_registered_unemployed": True,
    "job_loss_date": "2025-11-10",
    "unemployment_registration_date": "2025-11-24",
    "worked_months_in_lookback": 30,
    "previous_average_wage": 6_000_000,
}
VOID = {"meta", "br", "link", "img", "input", "hr"}


def household(name: str = "rustam", home: str = "home") -> dict[str, Any]:
    return {
        "persons": {name: CLAIMANT, "zebo": {"birth_date": "1990-01-01", "wage": 50_000_000}},
        "households": {home: {"head": [name], "spouse": ["zebo"]}},
    }


class Page(HTMLParser):
    """Reads a page: its elements with their attributes, its text, and whether every element is closed."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(text)
        self.close()
        assert not self.open, self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        assert len(dict(attrs)) == len(attrs), f"an attribute stands twice: {attrs}"
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())
