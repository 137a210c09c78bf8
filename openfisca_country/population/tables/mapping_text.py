"""YAML read strictly: a key that stands twice is an error; `yes`, `no`, `on`, `off` are the words they look like."""

from collections.abc import Hashable
from typing import Any

import yaml

from openfisca_country.law import InputError


class _Loader(yaml.SafeLoader):
    """Of YAML's booleans, keeps `true` and `false`: codes such as `no` are common in surveys."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:bool" or first in "tTfF"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def _once(loader: _Loader, node: yaml.MappingNode) -> dict[Hashable, Any]:
    seen = set()
    for key_node, _ in node.value:
        key = loader.construct_object(key_node, deep=True)
        if not isinstance(key, Hashable):
            raise yaml.constructor.ConstructorError(
                None, None, "a list or section cannot be a key", key_node.start_mark
            )
        if key in seen:
            raise yaml.constructor.ConstructorError(None, None, f"`{key}` stands twice", key_node.start_mark)
        seen.add(key)
    return yaml.SafeLoader.construct_mapping(loader, node, deep=True)


_Loader.add_constructor("tag:yaml.org,2002:map", _once)


def read_yaml(text: str, name: str) -> Any:
    """Read YAML text.

    Args:
        text: of the file.
        name: of the file, for messages.

    Raises:
        InputError: it is not YAML, or a key stands twice.

    """
    try:
        return yaml.load(text, _Loader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f"line {mark.line + 1}: " if mark is not None else ""
        problem = getattr(error, "problem", None) or "it cannot be read"
        raise InputError(name, f"is not sound YAML: {where}{problem}.") from None
    except (ValueError, RecursionError):
        raise InputError(
            name, "is not sound YAML: a value in it cannot be read, such as a day outside the calendar."
        ) from None
