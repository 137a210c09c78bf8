"""A reform in Python: where its class is found, and the parameters of its own that it may be given."""

from collections.abc import Mapping
from importlib import import_module
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

from openfisca_core.reforms import Reform as CoreReform

from openfisca_country.law.errors import ReformError, nearest
from openfisca_country.law.proposed import is_number


def class_at(dotted: str) -> type[CoreReform]:
    """Import the class of a reform.

    Raises:
        ReformError: there is none at this path.

    """
    module, _, name = dotted.rpartition(".")
    try:
        found = getattr(import_module(module), name)
    except (ImportError, AttributeError):
        raise ReformError(f'"{dotted}" cannot be imported: write it as package.module.ClassName.') from None
    if not (isinstance(found, type) and issubclass(found, CoreReform)):
        raise ReformError(f'"{dotted}" is not a reform: it must subclass openfisca_country.law.Reform.')
    return found


def class_in_file(path: Path) -> type[CoreReform]:
    """Load the one reform that a Python file defines.

    Raises:
        ReformError: it defines none, or several.

    """
    spec = spec_from_file_location(f"openfisca_country_reform_{path.parent.name}_{path.stem}", path)
    if spec is None or spec.loader is None:
        raise ReformError(f"{path.name}: cannot be loaded.")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    found = [
        each
        for each in vars(module).values()
        if isinstance(each, type) and issubclass(each, CoreReform) and each.__module__ == module.__name__
    ]
    if len(found) != 1:
        raise ReformError(f"{path.name}: a reform file in Python defines exactly one reform; this has {len(found)}.")
    return found[0]


def check_own_parameters(defaults: Mapping[str, Any], given: Mapping[str, Any], place: str) -> None:
    """See that a reform has the parameters it is given, each of the type of its default.

    Args:
        defaults: as the reform's class declares them; a default of nothing takes any value.
        given: by name.
        place: the reform, for messages.

    Raises:
        ReformError: an unknown name, or another type.

    """
    for name, value in given.items():
        if name not in defaults:
            there_are = f" There are: {', '.join(defaults)}." if defaults else " It has none."
            raise ReformError(
                f'{place}: "{name}" is not a parameter of this reform.{nearest(str(name), defaults) or there_are}'
            )
        default = defaults[name]
        words, fits = _expected(default)
        if not fits(value):
            raise ReformError(f'{place}: {name}: expected {words}, as the default {default}; got "{value}".')


def _expected(default: Any) -> tuple[str, Any]:
    if default is None:
        return "anything", lambda _: True
    if isinstance(default, bool):
        return "true or false", lambda value: isinstance(value, bool)
    if isinstance(default, int):
        return "a whole number", lambda value: is_number(value) and value == int(value)
    if isinstance(default, float):
        return "a number", is_number
    words: dict[type, str] = {str: "a text", list: "a list", dict: "names with values"}
    return words.get(type(default), "another type"), lambda value: isinstance(value, type(default))
