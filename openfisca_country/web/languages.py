"""The language of an answer: English, or one of the country's, as the client's browser or program asks for it."""

from typing import Any

from flask import Request, Response, current_app
from werkzeug.datastructures import LanguageAccept

from openfisca_country.law import CountrySystem

ENGLISH = "en"


def languages_of(system: CountrySystem) -> tuple[str, ...]:
    """Return the languages that a country's labels are written in, English first."""
    return (ENGLISH, *system.country.languages)


def language_of(request: Request, system: CountrySystem) -> str:
    """Return the language that `Accept-Language` prefers among those of a country; English where it names none."""
    # Of `ru-KZ` the language is what counts: no label is of a region.
    wanted = LanguageAccept([(tag.split("-")[0], quality) for tag, quality in request.accept_languages])
    return wanted.best_match(languages_of(system), default=ENGLISH) or ENGLISH


def in_language(system: CountrySystem, content: Any, language: str) -> Any:
    """Return an answer with the labels of its variables and the titles of its programmes in a language.

    A label that the law does not have in that language stays English.

    Args:
        system: whose variables and programmes.
        content: plain values, as `report.as_json` makes them; not changed.
        language: ISO 639-1.

    """
    return content if language == ENGLISH else _Translator(system, language).translated(content)


class _Translator:
    def __init__(self, system: CountrySystem, language: str) -> None:
        self.labels = {
            name: (str(variable.label), str(labels[language]))
            for name, variable in system.variables.items()
            if language in (labels := getattr(variable, "labels", None) or {})
        }
        self.titles = {
            each.title: str(each.labels[language])
            for each in system.book.programmes.values()
            if language in each.labels
        }

    def translated(self, content: Any) -> Any:
        if isinstance(content, list):
            return [self.translated(each) for each in content]
        if not isinstance(content, dict):
            return content
        twin = {key: self.translated(value) for key, value in content.items()}
        named = content.get("variable") or content.get("path")
        for key in ("label", "statement"):
            if isinstance(named, str) and key in content:
                twin[key] = self._label(named, content[key])
        if "branch" in content and content.get("title") in self.titles:  # a programme
            twin["title"] = self.titles[content["title"]]
        if isinstance(labels := content.get("labels"), dict) and "curves" in content:  # of the benefits on the curves
            twin["labels"] = {name: self._label(name, label) for name, label in labels.items()}
        return twin

    def _label(self, name: str, label: Any) -> Any:
        english, other = self.labels.get(name, (None, None))
        return other if label == english else label


def answer_in(language: str, content: Any) -> Response:
    """Return an answer as JSON; its headers say in what language it is, and that another was to be had."""
    response = Response(current_app.json.dumps(content), mimetype="application/json")
    response.headers["Content-Language"] = language
    response.vary.add("Accept-Language")
    return response
