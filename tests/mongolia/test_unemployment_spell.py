"""The months of a spell of unemployment benefit add up to the entitlement to the unit, whenever the spell begins."""

import numpy
import pytest
from numpy.testing import assert_array_equal
from openfisca_core.simulations import SimulationBuilder

from openfisca_country.law import add_working_days, working_days_between
from openfisca_country.law.catalogue import apply_reform, load_country

SPELLS = 1100
MONTHS = [f"{year}-{month:02}" for year in range(2022, 2028) for month in range(1, 13)]
"""The minimum wage rises three times on the way: in January 2023, in January 2024 and in April 2025."""


def simulate(system, first_registration):
    """One person registers on each day; wages, records, reasons and new jobs differ from person to person."""
    number = numpy.arange(SPELLS)
    registered = numpy.datetime64(first_registration) + number
    never = numpy.datetime64("9999-12-31")
    simulation = SimulationBuilder().build_default_simulation(system, count=SPELLS)
    reasons = system.get_variable("job_loss_reason").possible_values
    reason = numpy.array([list(reasons)[each % 4].index for each in number])
    eternal = {
        "unemployment_registration_date": registered,
        "job_loss_date": registered - 1 - number % 14,
        "job_start_date": numpy.where(number % 5 == 0, registered + number % 130, never),
    }
    monthly = {
        "insured_months": 24 + number % 200,
        "unemployment_insured_months": 24 + number % 200,
        "unemployment_insured_months_in_a_row": 9 + number % 15,
        "previous_average_wage": 550_000.0 + 1_237 * number,
        "is_registered_unemployed": numpy.full(SPELLS, True),
        "job_loss_reason": reason,
    }
    for name, values in eternal.items():
        simulation.set_input(name, "ETERNITY", values)
    for month in MONTHS:
        for name, values in monthly.items():
            simulation.set_input(name, month, values)
    return simulation


def over_the_months(simulation, name):
    return numpy.array([simulation.calculate(name, month) for month in MONTHS])


@pytest.mark.parametrize(
    ("reform", "first_registration"), [(None, "2022-06-15"), ("higher_unemployment_floor", "2024-06-20")]
)
def test_the_months_of_a_spell_add_up(reform, first_registration):
    system = load_country("mongolia")
    simulation = simulate(apply_reform(system, reform) if reform else system, first_registration)
    paid = over_the_months(simulation, "unemployment_benefit")
    entitlement = over_the_months(simulation, "unemployment_benefit_entitlement")
    eligible = over_the_months(simulation, "unemployment_benefit_eligible")
    days = over_the_months(simulation, "unemployment_benefit_days")

    assert_array_equal(paid.sum(axis=0), entitlement.max(axis=0))
    assert_array_equal(paid, numpy.floor(paid))
    assert numpy.all((paid > 0) == eligible)
    assert numpy.all((entitlement == entitlement.max(axis=0)) | ~eligible), "one entitlement for the whole spell"
    assert_array_equal(days.sum(axis=0), simulation.calculate("unemployment_benefit_spell_days", MONTHS[0]))
    assert entitlement.max(axis=0).min() == 0, "a job on the first day leaves nothing"
    assert numpy.all(paid.astype(bool).sum(axis=0) <= 5), "76 working days touch five months at most"


def test_the_whole_term_has_its_working_days():
    simulation = simulate(load_country("mongolia"), "2022-06-15")
    awarded = simulation.calculate("unemployment_benefit_maximum_days", "2023-01")
    spell = simulation.calculate("unemployment_benefit_spell_days", "2023-01")
    start = simulation.calculate("unemployment_benefit_start", "2023-01")
    end = simulation.calculate("unemployment_benefit_end", "2023-01")
    no_job = numpy.arange(SPELLS) % 5 != 0
    assert_array_equal(spell[no_job], awarded[no_job])
    assert set(awarded[no_job]) == {40, 76}
    assert_array_equal(working_days_between(start, end)[no_job] + 1, awarded[no_job])
    assert_array_equal(add_working_days(end, 0)[no_job], end[no_job])
