"""Each variable says in words what it is, and where that stands."""

from collections import defaultdict
from collections.abc import Iterator

from openfisca_country.law.check.finding import Finding, place
from openfisca_country.law.check.sources import file_of
from openfisca_country.law.system import CountrySystem


def check_variables(system: CountrySystem) -> Iterator[Finding]:
    """Find variables without label or reference, and labels that stand on more than one variable."""
    by_label = defaultdict(list)
    for name, variable in system.variables.items():
        where = place(system.country.home, file_of(variable), name)
        if not variable.label:
            yield Finding("variable", where, "This variable has no label: say in `label` what it is.")
        else:
            by_label[variable.label].append(name)
        if not variable.reference:
            yield Finding("variable", where, "This variable cites nothing: name the act and article in `reference`.")
    for label, (first, *others) in by_label.items():
        for name in others:
            yield Finding(
                "variable",
                place(system.country.home, file_of(system.variables[name]), name),
                f'The label "{label}" is also that of {first}: a reader must be able to tell them apart.',
            )
