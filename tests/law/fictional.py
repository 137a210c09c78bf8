"""Atlantis, a country of one programme, for tests of the machinery: no real law is needed, none is touched.

country = write_country(tmp_path)
edit(country, "parameters/atlantis/fish_allowance/amount.yaml", "FU/month", "shells/month")
system = load(country)
"""

import datetime
import linecache
import shutil
from pathlib import Path

from openfisca_country.law import Country, CountrySystem

FILES = {
    "parameters/atlantis/index.yaml": """
description: The law of Atlantis
metadata:
  window: {from: 2020-01-01}
  units:
    /1: {label: share, multiple or factor}
    date: {label: date}
    day: {label: day}
    month: {label: month}
    year: {label: year}
    person: {label: person}
    XAT: {label: obol}
    FU: {label: fish unit, parameter: base.fish_unit}
  instruments:
    SEA2020:
      title: Law of the sea
      number: "1"
      adopted: "2019-12-01"
      in_force: {from: 2020-01-01}
      link: https://law.example/sea
    FISH2020:
      title: Decree on the fish allowance
      number: "2"
      adopted: "2019-12-15"
      in_force: {from: 2020-01-01, to: 2023-12-31}
      link: https://law.example/fish-2020
    FISH2024:
      title: Decree on the new fish allowance
      number: "7"
      adopted: "2023-11-30"
      in_force: {from: 2024-01-01}
      link: https://law.example/fish-2024
""",
    "parameters/atlantis/base/index.yaml": """
description: Base quantities that other amounts are multiples of
""",
    "parameters/atlantis/base/fish_unit.yaml": """
description: Fish unit (FU)
metadata:
  unit: XAT/month
values:
  2020-01-01: {value: 1000, metadata: {reference: SEA2020 Art. 3, confidence: official}}
  2023-01-01: {value: 1200, metadata: {reference: SEA2020 Art. 3, confidence: official}}
""",
    "parameters/atlantis/fish_allowance/index.yaml": """
description: Fish allowance
metadata:
  programme:
    labels: {el: Επίδομα ψαριών}
    branch: family
    for: Households with children and little income
    variables: [fish_allowance, fish_allowance_eligible]
    payments: {benefits: [fish_allowance]}
    window: {from: 2020-01-01}
    not_modelled:
      - Payment in kind.
""",
    "parameters/atlantis/fish_allowance/amount.yaml": """
description: Monthly amount per child
metadata:
  unit: FU
values:
  2020-01-01: {value: 0.5, metadata: {reference: FISH2020 Art. 2, confidence: official}}
  2024-01-01: {value: 0.75, metadata: {reference: FISH2024 Art. 2, confidence: press}}
""",
    "parameters/atlantis/fish_allowance/income_limit.yaml": """
description: Highest monthly income per member of the household
metadata:
  unit: FU
values:
  2020-01-01: {value: 2, metadata: {reference: FISH2020 Art. 3, confidence: official}}
  2024-01-01: {value: 2, metadata: {reference: FISH2024 Art. 3, confidence: press}}
""",
    "parameters/atlantis/fish_allowance/child_age.yaml": """
description: Age below which a child counts
metadata:
  unit: year
values:
  2020-01-01: {value: 16, metadata: {reference: FISH2020 Art. 1, confidence: official}}
  2024-01-01: {value: 18, metadata: {reference: FISH2024 Art. 1, confidence: press}}
""",
    "parameters/atlantis/fish_allowance/averaging_months.yaml": """
description: Months over which the catch is averaged
metadata:
  unit: month
  defines: average_catch
values:
  2020-01-01: {value: 12, metadata: {reference: FISH2020 Art. 3, confidence: inferred}}
""",
    "parameters/atlantis/fish_allowance/flat.yaml": """
description: Least monthly amount for a household, until 2023
metadata:
  unit: FU
values:
  2020-01-01: {value: 1, metadata: {reference: FISH2020 Art. 4, confidence: official}}
  2024-01-01: {value: null, metadata: {reference: FISH2020 Art. 4, confidence: official}}
""",
    "parameters/atlantis/fish_allowance/factor/shallow.yaml": """
description: Factor in shallow waters
metadata:
  unit: /1
values:
  2024-01-01: {value: 1, metadata: {reference: FISH2024 Art. 5, confidence: press}}
""",
    "parameters/atlantis/fish_allowance/factor/deep.yaml": """
description: Factor in deep waters
metadata:
  unit: /1
values:
  2024-01-01: {value: 1.5, metadata: {reference: FISH2024 Art. 5, confidence: press}}
""",
    "variables/atlantis/fish_allowance.py": '''
"""Fish allowance: the decree of 2020, and that of 2024."""

from openfisca_country.law import MONTH, Enum, Household, Variable, maximum, round_to_unit, where


class Waters(Enum):
    shallow = "Shallow"
    deep = "Deep"


class waters(Variable):
    value_type = Enum
    possible_values = Waters
    default_value = Waters.shallow
    entity = Household
    definition_period = MONTH
    label = "Waters the household fishes"
    reference = "FISH2024 Art. 5"


class average_catch(Variable):
    value_type = float
    entity = Household
    definition_period = MONTH
    label = "Average monthly worth of the catch"
    unit = "currency/month"
    reference = "FISH2020 Art. 3"


class fish_allowance_children(Variable):
    value_type = int
    entity = Household
    definition_period = MONTH
    label = "Children who count for the fish allowance"
    unit = "person"
    reference = ["FISH2020 Art. 1", "FISH2024 Art. 1"]

    def formula(household, period, parameters):
        """Living children of the household, below the age of the law (FISH2020 Art. 1)."""
        members = household.members
        young = members("age", period) < parameters(period).fish_allowance.child_age
        return household.sum(young & members("is_living", period), role=Household.CHILD)


class has_children_for_fish_allowance(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "The household has a child who counts"
    reference = ["FISH2020 Art. 1", "FISH2024 Art. 1"]

    def formula(household, period):
        """At least one child (FISH2020 Art. 1)."""
        return household("fish_allowance_children", period) > 0


class catch_within_limit(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "Income and catch per member are at or below the limit"
    reference = ["FISH2020 Art. 3", "FISH2024 Art. 3"]

    def formula(household, period, parameters):
        """Income and average catch, no more than two fish units a member (FISH2020 Art. 3)."""
        law = parameters(period)
        income = household("market_income", period) + household("average_catch", period)
        return income <= law.fish_allowance.income_limit * law.base.fish_unit * household("household_size", period)


class fish_allowance_eligible(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "Entitled to the fish allowance"
    labels = {"el": "Δικαιούται επίδομα ψαριών"}
    reference = ["FISH2020", "FISH2024"]

    def formula(household, period):
        """A child, and little income."""
        return household("has_children_for_fish_allowance", period) & household("catch_within_limit", period)


class fish_allowance(Variable):
    value_type = float
    entity = Household
    definition_period = MONTH
    label = "Fish allowance"
    labels = {"el": "Επίδομα ψαριών"}
    unit = "currency/month"
    reference = ["FISH2020 Art. 2", "FISH2024 Art. 2"]

    def formula(household, period, parameters):
        """The amount for each child, and no less than the flat amount (FISH2020 Art. 2, 4)."""
        law = parameters(period).fish_allowance
        units = maximum(law.amount * household("fish_allowance_children", period), law.flat)
        amount = round_to_unit(units * parameters(period).base.fish_unit)
        return where(household("fish_allowance_eligible", period), amount, 0)

    def formula_2024(household, period, parameters):
        """The amount for each child, by the waters (FISH2024 Art. 2, 5)."""
        law = parameters(period).fish_allowance
        units = law.amount * law.factor[household("waters", period)] * household("fish_allowance_children", period)
        amount = round_to_unit(units * parameters(period).base.fish_unit)
        return where(household("fish_allowance_eligible", period), amount, 0)


class child_benefit(Variable):
    label = "Child benefits of Atlantis"
    reference = ["FISH2020", "FISH2024"]

    def formula(household, period):
        """The fish allowance."""
        return household("fish_allowance", period)
''',
    "reforms/atlantis/more_fish.yaml": """
name: more_fish
country: atlantis
title: One fish unit for each child
reference: Proposal of the fishers
parameters:
  fish_allowance.amount:
    2026-01-01: 1
""",
    "reforms/atlantis/fish_for_all.py": '''
"""A fish allowance without an income test."""

from openfisca_country.law import Reform, Variable


class fish_allowance_eligible(Variable):
    label = "Entitled to the fish allowance, whatever the income"

    def formula_2026(household, period):
        """A child."""
        return household("has_children_for_fish_allowance", period)


class fish_for_all(Reform):
    """No income test."""

    title = "Fish for all"
    reference = "Proposal of the temple"

    def apply(self):
        self.update_variable(fish_allowance_eligible)
''',
    "tests/atlantis/fish_allowance.yaml": """
- name: Income at the limit, one child of two below 18
  period: 2025-03
  input: &family
    persons:
      mother: {birth_date: 1990-01-01, wage: 4000}
      elder: {birth_date: 2007-03-01}
      younger: {birth_date: 2007-03-02}
    household:
      head: [mother]
      children: [elder, younger]
      average_catch: 3200
      waters: deep
  output:
    fish_allowance_children: 1
    has_children_for_fish_allowance: true
    catch_within_limit: true
    fish_allowance_eligible: true
    fish_allowance: 1350
    child_benefit: 1350

- name: Income one obol over the limit
  period: 2025-03
  input:
    <<: *family
    household: {head: [mother], children: [elder, younger], average_catch: 3201, waters: deep}
  output:
    catch_within_limit: false
    fish_allowance: 0

- name: Shallow waters add nothing
  period: 2025-03
  input: &two_children
    persons:
      mother: {birth_date: 1990-01-01, wage: 7200}
      elder: {birth_date: 2007-03-01}
      younger: {birth_date: 2007-03-02}
    household: {head: [mother], children: [elder, younger]}
  output: {fish_allowance: 900}

- name: In 2023 a child below 16 brings the flat amount
  period: 2023-03
  input: *two_children
  output: {catch_within_limit: true, fish_allowance: 1_200}

- name: In 2022 three children bring half a unit each
  period: 2022-03
  input:
    persons:
      mother: {birth_date: 1990-01-01, wage: 8000}
      first: {birth_date: 2006-03-02}
      second: {birth_date: 2006-03-03}
      third: {birth_date: 2010-03-01}
    household: {head: [mother], children: [first, second, third]}
  output: {fish_allowance: 1_500}
""",
}


def write_country(root: Path) -> Country:
    """Write the whole country below a folder; nothing is found wrong with it by `check`."""
    for file, text in FILES.items():
        write(root, file, text)
    return Country(
        name="atlantis",
        title="Atlantis",
        iso="XA",
        currency="XAT",
        languages=("el",),
        verified=datetime.date(2026, 5, 31),
        root=root,
    )


def load(country: Country) -> CountrySystem:
    """Load the law as its files stand now, whatever was loaded from them before."""
    linecache.checkcache()
    for folder in country.home.glob("**/__pycache__"):
        shutil.rmtree(folder)

    class AtlantisSystem(CountrySystem):
        """The law of Atlantis."""

    AtlantisSystem.country = country
    return AtlantisSystem()


def write(root: Path, file: str, text: str) -> None:
    """Write a file of the law, given relative to its home."""
    path = root / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text.lstrip("\n"), encoding="utf-8")


def edit(country: Country, file: str, old: str, new: str) -> None:
    """Replace a text that stands exactly once in a file of the law."""
    path = country.home / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
    path.write_text(text.replace(old, new), encoding="utf-8")
