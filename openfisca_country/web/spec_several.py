"""One specification of several countries: each under its prefix, what they share written once."""

from collections.abc import Iterable, Sequence
from typing import Any

from openfisca_country.web.operations import OF_SEVERAL, OF_THE_SERVER
from openfisca_country.web.schemas import Schemas
from openfisca_country.web.served import Served
from openfisca_country.web.settings import Settings
from openfisca_country.web.spec import paths_of, specification


def of_several(countries: Sequence[Served], settings: Settings) -> dict[str, Any]:
    """Describe a server of several countries, each under its prefix, in one document."""
    each_own = {served.name: specification(served, settings) for served in countries}
    first = next(iter(each_own.values()))
    apart = _names_apart([own["components"]["schemas"] for own in each_own.values()])
    schemas: Schemas = {}
    paths: dict[str, Any] = {}
    for served in countries:
        own, title = each_own[served.name], served.name.title()
        renamed = _renamed(own, {name: f"{title}{name}" for name in apart})
        schemas |= {
            f"{title}{name}" if name in apart else name: each for name, each in renamed["components"]["schemas"].items()
        }
        for path, item in renamed["paths"].items():
            for operation in item.values():
                operation["operationId"] = f"{served.name}_{operation['operationId']}"
                operation["tags"] = [f"{served.system.country.title}: {tag}" for tag in operation["tags"]]
            paths[served.prefix + path] = item
    about = "The law of several countries as code, each under its name."
    info = {**first["info"], "title": "Web API of several countries", "description": about}
    found = {**first, "info": info, "components": {**first["components"], "schemas": schemas}}
    found.pop("tags", None)
    found["paths"] = {**paths_of((*OF_SEVERAL, *OF_THE_SERVER), ("en",), settings, {}, {}, stamped=False), **paths}
    return found


def _names_apart(all_schemas: Sequence[Schemas]) -> set[str]:
    """Return the names of schemas that are not the same in every country, or hold one that is not."""
    first = all_schemas[0]
    apart = {
        name
        for each in all_schemas
        for name in each
        if any(other.get(name) != first.get(name) for other in all_schemas)
    }
    while True:
        more = {
            name for name, schema in first.items() if name not in apart and any(used in apart for used in _used(schema))
        }
        if not more:
            return apart
        apart |= more


def _used(content: Any) -> Iterable[str]:
    if isinstance(content, dict):
        if isinstance(name := content.get("$ref"), str):
            yield name.rpartition("/")[2]
        for each in content.values():
            yield from _used(each)
    elif isinstance(content, list):
        for each in content:
            yield from _used(each)


def _renamed(content: Any, names: dict[str, str]) -> Any:
    if isinstance(content, list):
        return [_renamed(each, names) for each in content]
    if not isinstance(content, dict):
        return content
    twin = {key: _renamed(value, names) for key, value in content.items()}
    start, _, name = str(content.get("$ref", "")).rpartition("/")
    if start == "#/components/schemas" and name in names:
        twin["$ref"] = f"{start}/{names[name]}"
    return twin
