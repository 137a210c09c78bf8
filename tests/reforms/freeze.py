"""What each reform that ships gives each example household in 2027, frozen: `make frozen` writes it anew.

One file a reform, `frozen/<country>/<name>.json`: for every household of `examples/<country>/` the yearly disposable
income and the yearly amounts that change, in whole units of the currency, under current law (`now`) and the reform.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

from openfisca_core.errors import ParameterNotFoundError

from openfisca_country.household.calculate import everything
from openfisca_country.household.run import Run, start
from openfisca_country.law.catalogue import country_names, load_country
from openfisca_country.law.country import packaged_law
from openfisca_country.law.reform import shipped_reforms

YEAR = "2027"
FROZEN = Path(__file__).parent / "frozen"
EXAMPLES = Path(__file__).parents[2] / "examples"
INCOME = "disposable_income"
SEAM = "|"
ROLES = ("head", "spouse", "children", "others")


def shipped() -> list[tuple[str, str]]:
    """List every reform that ships, with its country."""
    folder = packaged_law() / "reforms"
    return [(country, name) for country in country_names() for name in shipped_reforms(folder / country)]


def frozen(country: str, reform: str) -> dict[str, Any]:
    """Work out what a reform gives each example household of its country."""
    now, proposed = amounts(country), amounts(country, reform)
    found: dict[str, Any] = {path.stem: {} for path in examples(country)}
    for key in sorted({**now, **proposed}, key=lambda key: (key[2] != INCOME, key)):
        example, who, variable = key
        old, new = now.get(key, 0), proposed.get(key, 0)
        if variable == INCOME or old != new:
            found[example][f"{variable} of {who}"] = {"now": old, "reform": new}
    return found


@cache
def amounts(country: str, reform: str | None = None) -> dict[tuple[str, str, str], float]:
    """Return every yearly amount of money of every example, by its name, whose and which.

    The examples are laid side by side in one simulation: a household gets what it gets alone.
    """
    run = start(load_country(country), side_by_side(country), YEAR, [reform] if reform else [])
    found = {}
    for name in dict.fromkeys(each.variable for each in everything(run)):
        variable = run.system.variables[name]
        if "currency" in (variable.unit or ""):
            total = sum(monthly(run, name, period) for period in run.periods(variable))
            ids = run.situation.ids(variable.entity.plural)
            found.update({(*each.split(SEAM), name): plain(value) for each, value in zip(ids, total, strict=True)})
    return found


def monthly(run: Run, name: str, period: str) -> Any:
    """Return one amount of everybody in a period; nothing where the law of that period has no such rule."""
    nothing = run.system.variables[name].default_array(len(run.situation.ids(run.system.variables[name].entity.plural)))
    if run.law_status(name, period) is not None:
        return nothing
    try:
        return run.simulation.ask(name, period)
    except ParameterNotFoundError:
        return nothing


def examples(country: str) -> list[Path]:
    """Return the example households of a country."""
    return sorted((EXAMPLES / country).glob("*.json"))


def side_by_side(country: str) -> dict[str, Any]:
    """Return the examples of a country as one situation that asks for nothing."""
    together: dict[str, Any] = {"persons": {}, "households": {}}
    for path in examples(country):
        content = json.loads(path.read_text(encoding="utf-8"))
        for kind, entries in together.items():
            for who, facts in content[kind].items():
                entries[f"{path.stem}{SEAM}{who}"] = {
                    fact: [f"{path.stem}{SEAM}{each}" for each in value] if fact in ROLES else value
                    for fact, value in facts.items()
                    if value is not None
                }
    return together


def plain(total: float) -> float:
    """Leave out the noise behind the sixth decimal, and the decimals of a whole number."""
    rounded = round(float(total), 6)
    return int(rounded) if rounded == int(rounded) else rounded


def file_of(country: str, reform: str) -> Path:
    """Return where the frozen result of a reform stands."""
    return FROZEN / country / f"{reform}.json"


def changes_something(result: dict[str, Any]) -> bool:
    """Tell whether a reform changes an amount of any example."""
    return any(each["now"] != each["reform"] for household in result.values() for each in household.values())


def main() -> None:
    """Write the frozen result of every reform that ships, and remove those of reforms that are gone."""
    written = set()
    for country, reform in shipped():
        path = file_of(country, reform)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(frozen(country, reform), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        written.add(path)
    for path in set(FROZEN.glob("*/*.json")) - written:
        path.unlink()


if __name__ == "__main__":
    main()
