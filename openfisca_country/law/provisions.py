"""The provisions of a draft, each mapped to what it changes."""

from collections.abc import Collection, Mapping
from dataclasses import replace

from openfisca_country.law.errors import ReformError, nearest
from openfisca_country.law.reform_file import ReformFile, ReformProvision


def check_provisions(
    document: ReformFile, changed: Collection[str], groups: Mapping[str, Collection[str]]
) -> tuple[ReformProvision, ...]:
    """Return a draft's provisions, each with the paths and variables it changes.

    Args:
        document: the reform file.
        changed: every parameter path and variable that the reform changes.
        groups: names that stand for several of them: a neutralised programme, a reform switched on.

    Raises:
        ReformError: a provision names something that the reform does not change.

    """
    checked = []
    for provision in document.provisions:
        names: dict[str, None] = {}
        for name in provision.changes:
            if name in groups:  # a programme may be called as one of its variables; it stands for all of them
                names |= dict.fromkeys(groups[name])
            elif name in changed:
                names[name] = None
            else:
                hint = nearest(name, [*changed, *groups])
                raise ReformError(
                    f'{document.place}: provision "{provision.title}": this reform does not change {name}.{hint}'
                )
        checked.append(replace(provision, changes=tuple(names)))
    return tuple(checked)


def outside_provisions(provisions: Collection[ReformProvision], changed: Collection[str]) -> tuple[str, ...]:
    """Return the changes that no provision names; none where a reform has no provisions."""
    named = {name for provision in provisions for name in provision.changes}
    return tuple(name for name in changed if name not in named) if provisions else ()
