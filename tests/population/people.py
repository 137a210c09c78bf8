"""An invented population, the same for the same seed: enough of everything for most rules to have something to do."""

import numpy
import pyarrow as pa


def invented(households: int, seed: int = 1) -> tuple[pa.Table, pa.Table]:
    """Return persons and households as tables: one to six members, some cells missing."""
    draw = numpy.random.default_rng(seed)
    sizes = draw.integers(1, 7, households)
    persons = int(sizes.sum())
    home = numpy.repeat(numpy.arange(households), sizes)
    place = numpy.arange(persons) - numpy.repeat(numpy.cumsum(sizes) - sizes, sizes)
    ages = numpy.where(place < 2, draw.integers(18, 85, persons), draw.integers(0, 18, persons))
    ages = numpy.where(place == 5, draw.integers(60, 90, persons), ages)
    births = numpy.datetime64("2025-12-31") - (ages * 365.25).astype("timedelta64[D]") - draw.integers(0, 365, persons)
    works = (place < 2) & (ages < 63) & (draw.random(persons) < 0.6)
    wage = numpy.where(works, numpy.round(draw.lognormal(15, 0.7, persons), 2), 0.0)
    jobless = (place < 2) & ~works & (ages < 60) & (draw.random(persons) < 0.3)
    lost = numpy.datetime64("2026-01-01") - draw.integers(0, 300, persons)
    groups = draw.choice(["none", "group_1", "group_2", "group_3"], persons, p=[0.94, 0.02, 0.02, 0.02])
    unknown = draw.random(persons) < 0.02
    return (
        pa.table(
            {
                "person_id": [f"{h}-{p}" for h, p in zip(home.tolist(), place.tolist(), strict=True)],
                "household_id": pa.array(home),
                "role": pa.array(numpy.array(["head", "spouse", "child", "child", "child", "other"])[place]),
                "birth_date": pa.array(births.astype("datetime64[D]")),
                "sex": draw.choice(["female", "male"], persons),
                "wage": pa.array(wage, mask=unknown),
                "wage@2026-05": pa.array(numpy.where(works, wage * 1.5, 0.0), mask=~works),
                "self_employment_income": numpy.where(works, 0.0, numpy.round(draw.gamma(0.3, 2e6, persons), 2)),
                "is_student": (ages >= 7) & (ages < 18),
                "disability_group": groups,
                "is_registered_unemployed": jobless,
                "job_loss_date": pa.array(lost.astype("datetime64[D]"), mask=~jobless),
                "insured_months": pa.array(numpy.where(jobless, draw.integers(0, 60, persons), 0)),
                "service_years": pa.array(numpy.clip(ages - 22, 0, 40).astype(float)),
                "previous_average_wage": numpy.where(jobless, numpy.round(draw.lognormal(15, 0.5, persons), 2), 0.0),
            }
        ),
        pa.table(
            {
                "household_id": pa.array(numpy.arange(households)),
                "weight": numpy.round(draw.uniform(50, 150, households), 3),
                "stratum": draw.choice(["north", "south"], households),
                "cluster": draw.integers(1, 60, households),
                "is_rural": draw.random(households) < 0.5,
            }
        ),
    )
