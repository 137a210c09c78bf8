"""The example survey: whole, plausible, the same for the same seed, and at the country's wage level."""

import io
from pathlib import Path

import numpy
import polars as pl
import pyarrow as pa
import pyarrow.parquet
import pytest
import svy

from openfisca_country.law import LawError
from openfisca_country.law.catalogue import load_country
from openfisca_country.population.example.survey import KEPT, RULES, Levels, survey
from openfisca_country.population.tables.blocks import load_block
from openfisca_country.population.tables.staging import stage

COUNTRIES = ("uzbekistan", "mongolia", "kazakhstan")
INCOMES = ("wage", "self_employment_income", "farm_income", "property_income", "remittances")
NEVER_A_VARIABLE = {"person_id", "household_id", "role", "stratum", "cluster", *KEPT}


@pytest.fixture(scope="module")
def tables() -> tuple[pl.DataFrame, pl.DataFrame]:
    persons, households = survey("uzbekistan")
    return pl.DataFrame(persons), pl.DataFrame(households)


@pytest.fixture(scope="module")
def joined(tables: tuple[pl.DataFrame, pl.DataFrame]) -> pl.DataFrame:
    persons, households = tables
    raw = svy.datasets.load("ind_sample_wb_2023", source="bundled")
    told = raw.select("age", "marstat", "act_status", raw_sex="sex", person_id=pl.format("{}-{}", "hid", "idno"))
    return persons.join(households, on="household_id").join(told, on="person_id", validate="1:1")


def test_every_person_of_the_sample_is_there_with_the_household(joined: pl.DataFrame) -> None:
    assert joined.height == 3246
    assert joined["household_id"].n_unique() == 825


def test_the_weights_add_up_to_the_imaginary_country(joined: pl.DataFrame) -> None:
    """57,867 households in the census; the sample stands for 223,821 persons, as its documentation says."""
    per_household = joined.unique("household_id")["weight"].sum()
    assert per_household == pytest.approx(57_867, abs=1)
    assert joined["weight"].sum() == pytest.approx(223_821, abs=1)
    frame = svy.datasets.load("ea_frame_wb_2023", source="bundled").unique(["geo1", "urbrur"])
    assert set(joined["stratum"]) == {f"{geo} {urban}" for geo, urban in frame.select("geo1", "urbrur").iter_rows()}
    assert joined.group_by("cluster").agg(pl.col("stratum").n_unique())["stratum"].max() == 1


def test_each_household_has_one_head_and_at_most_one_spouse(joined: pl.DataFrame) -> None:
    counts = joined.group_by("household_id").agg(
        heads=(pl.col("role") == "head").sum(), spouses=(pl.col("role") == "spouse").sum()
    )
    assert counts["heads"].unique().to_list() == [1]
    assert counts["spouses"].max() == 1


def test_a_head_is_an_adult_wherever_there_is_one(joined: pl.DataFrame) -> None:
    adults = joined.group_by("household_id").agg(
        adults=(pl.col("age") >= 18).sum(), head=pl.col("age").filter(pl.col("role") == "head").first()
    )
    assert adults.filter(pl.col("adults") > 0)["head"].min() >= 18
    assert adults.filter(pl.col("adults") == 0).height == 1  # one household of the survey has no adult


def test_a_spouse_is_married_to_the_head_and_of_the_other_sex(joined: pl.DataFrame) -> None:
    heads = joined.filter(pl.col("role") == "head").select("household_id", "sex", "marstat", "age")
    couples = joined.filter(pl.col("role") == "spouse").join(heads, on="household_id", suffix="_of_head")
    assert couples.height > 500
    assert (couples["sex"] != couples["sex_of_head"]).all()
    assert set(couples["marstat"]) == set(couples["marstat_of_head"]) == {"Married/in union"}
    assert (couples["age"] - couples["age_of_head"]).abs().max() <= 20


def test_a_child_was_never_married_and_is_younger_than_head_or_spouse(joined: pl.DataFrame) -> None:
    couple = (
        joined.filter(pl.col("role").is_in(["head", "spouse"])).group_by("household_id").agg(oldest=pl.col("age").max())
    )
    children = joined.filter(pl.col("role") == "child").join(couple, on="household_id")
    assert set(children["marital_status"]) == {"single"}
    assert (children["oldest"] - children["age"]).min() >= 15
    minors = joined.filter((pl.col("age") < 15) & (pl.col("role") == "other"))
    assert minors.height < 0.2 * joined.filter(pl.col("age") < 15).height


@pytest.mark.parametrize("year", [2024, 2026])
def test_ages_are_those_of_the_last_day_of_the_year(year: int, joined: pl.DataFrame) -> None:
    born = pl.DataFrame(survey("uzbekistan", period=str(year))[0]).select("person_id", "birth_date")
    both = joined.select("person_id", "age").join(born, on="person_id")
    had_birthday_by_the_last_day = year - both["birth_date"].dt.year()  # the year's end: every birthday has been
    assert (had_birthday_by_the_last_day - both["age"]).is_between(0, 1).all()
    on_the_last_day = both.filter(pl.col("birth_date") > pl.date(year, 1, 1))
    assert set(on_the_last_day["age"]) == {0}
    assert both.filter(pl.col("age") == 0)["birth_date"].min() >= pl.Series([f"{year - 1}-12-31"]).str.to_date()[0]


@pytest.mark.parametrize(
    ("country", "average", "minimum"),
    [("uzbekistan", 6_400_000, 1_271_000), ("mongolia", 2_800_000, 792_000), ("kazakhstan", 429_368, 85_000)],
)
def test_wages_have_the_mean_and_the_floor_of_the_country(country: str, average: float, minimum: float) -> None:
    """Each wage is rounded to a thousand, which moves the mean by less than 500 and a few by chance."""
    persons, households = survey(country)
    people = pl.DataFrame(persons).join(pl.DataFrame(households).select("household_id", "weight"), on="household_id")
    employees = people.filter(pl.col("activity_status") == "employee")
    mean = (employees["wage"] * employees["weight"]).sum() / employees["weight"].sum()
    assert mean == pytest.approx(average, abs=100)
    assert employees["wage"].min() >= minimum
    assert employees["wage"].median() < mean  # as pay is everywhere: most earn less than the average


@pytest.mark.parametrize("country", COUNTRIES)
def test_the_minimum_wage_is_that_of_the_law(country: str) -> None:
    law = load_country(country).get_parameters_at_instant("2026-01-01").base.minimum_wage
    floor = law.monthly if country == "mongolia" else law
    wages = numpy.array(survey(country)[0]["wage"])
    assert wages[wages > 0].min() == floor


@pytest.mark.parametrize(("country", "share"), [("uzbekistan", 0.625), ("mongolia", 0.58), ("kazakhstan", 0.77)])
def test_so_many_of_those_at_work_are_formal_employees(country: str, share: float) -> None:
    persons, households = survey(country)
    people = pl.DataFrame(persons).join(pl.DataFrame(households).select("household_id", "weight"), on="household_id")
    at_work = people.filter(pl.col("activity_status").is_in(["employee", "self_employed", "farmer"]))
    formal = at_work.filter("is_formally_employed")["weight"].sum() / at_work["weight"].sum()
    assert formal == pytest.approx(share, abs=0.001)  # one person is about a thousandth of them


def test_incomes_follow_expenditure_in_rank_but_not_slavishly(joined: pl.DataFrame) -> None:
    per_head = joined.group_by("household_id").agg(
        spent=pl.col("pc_exp").first(), earned=pl.sum_horizontal(*INCOMES).mean()
    )
    rank = per_head.select(pl.corr("spent", "earned", method="spearman")).item()
    assert 0.45 < rank < 0.8


def test_activity_is_that_of_the_survey_from_working_age_on(joined: pl.DataFrame) -> None:
    grown = joined.filter(pl.col("age") >= 16)
    working = pl.col("activity_status").is_in(["employee", "self_employed", "farmer"])
    assert grown.select((working == (pl.col("act_status") == "Employed")).all()).item()
    assert grown.select(
        ((pl.col("activity_status") == "unemployed") == (pl.col("act_status") == "Unemployed")).all()
    ).item()
    assert joined.filter((pl.col("age") < 16) & (pl.sum_horizontal("wage", "self_employment_income") > 0)).is_empty()


def test_disability_is_as_frequent_as_registers_say(joined: pl.DataFrame) -> None:
    """On the census, where chance is small: 1.4 % of children, and 0.3 + 1.2 + 1.0 % or 5.5 % of adults."""
    people = pl.DataFrame(survey("uzbekistan", census=True)[0]).with_columns(
        age=2026 - pl.col("birth_date").dt.year(), disabled=pl.col("disability_group") != "none"
    )
    assert people.filter(pl.col("age") < 18)["disabled"].mean() == pytest.approx(0.014, abs=0.002)
    assert people.filter(pl.col("age") > 60)["disabled"].mean() == pytest.approx(0.055, abs=0.006)
    grown = people.filter(pl.col("age").is_between(19, 59))
    at_work = pl.col("activity_status").is_in(["employee", "self_employed", "farmer"])
    assert grown.filter(at_work)["disabled"].mean() == pytest.approx(0.4 * 0.025, abs=0.002)
    assert grown.filter(~at_work)["disabled"].mean() == pytest.approx(1.8 * 0.025, abs=0.004)


def test_each_child_under_one_has_a_mother_of_the_right_age_where_there_is_one(joined: pl.DataFrame) -> None:
    mothers = joined.filter(pl.col("childbirth_date").is_not_null())
    infants = joined.filter(pl.col("age") == 0).group_by("household_id").agg(born=pl.col("birth_date").max())
    both = mothers.join(infants, on="household_id")
    assert both.height == mothers.height > 50
    assert (both["childbirth_date"] == both["born"]).all()
    assert set(both["sex"]) == {"female"}
    assert both["age"].min() >= 16
    assert both["age"].max() <= 49
    assert mothers["household_id"].n_unique() == mothers.height


def test_the_unemployed_earned_until_they_lost_the_job(joined: pl.DataFrame) -> None:
    lost = joined.filter(pl.col("job_loss_date").is_not_null())
    assert lost.height > 20
    assert set(lost["activity_status"]) == {"unemployed"}
    for month in range(1, 13):
        column = f"wage@2026-{month:02d}"
        gone = pl.col("job_loss_date") < pl.date(2026, month, 1)
        assert set(lost.filter(gone)[column]) <= {0.0}
        assert lost.filter(~gone)[column].is_null().all()
    assert lost["wage"].min() >= 1_271_000


def test_the_same_seed_gives_the_same_bytes_and_another_gives_others() -> None:
    def written(seed: int) -> bytes:
        sink = io.BytesIO()
        pyarrow.parquet.write_table(survey("mongolia", seed=seed)[0], sink)
        return sink.getvalue()

    assert written(7) == written(7)
    assert written(7) != written(8)


def test_the_census_has_every_household_and_persons_of_the_right_number() -> None:
    """Households of eleven and more take the persons of another large one: all others match to the person."""
    persons, households = survey("kazakhstan", census=True)
    counted = pl.DataFrame(persons).group_by("household_id").agg(persons=pl.len())
    raw = svy.datasets.load("hld_pop_wb_2023", source="bundled").select(household_id="hid", size="hhsize")
    both = raw.join(counted, on="household_id", how="left")
    assert households.num_rows == both.height == 57_867
    assert both.filter(pl.col("size") < 10).select((pl.col("size") == pl.col("persons")).all()).item()
    assert persons.num_rows == pytest.approx(raw["size"].sum(), rel=0.005)
    assert set(households["weight"].to_pylist()) == {1.0}


def test_the_census_keeps_what_households_spend() -> None:
    households = pl.DataFrame(survey("kazakhstan", census=True)[1])
    raw = svy.datasets.load("hld_pop_wb_2023", source="bundled")
    both = households.join(raw, left_on="household_id", right_on="hid", validate="1:1")
    assert (both["pc_exp"] == both["pc_exp_right"]).all()
    assert (both["is_rural"] == (both["urbrur"] == "Rural")).all()


@pytest.mark.parametrize("country", COUNTRIES)
def test_every_column_has_a_rule_and_every_rule_is_in_the_documentation(country: str) -> None:
    guide = (Path(__file__).parents[2] / "examples" / "population" / "README.md").read_text("utf-8")
    for table in survey(country):
        for name in set(table.column_names) - NEVER_A_VARIABLE:
            assert (f"{name.split('@')[0]}@" if "@" in name else name) in RULES
    for name, rule in RULES.items():
        assert f"| `{name}` | {rule} |" in guide


@pytest.mark.parametrize("country", COUNTRIES)
def test_no_row_is_refused_on_the_way_into_a_run(country: str, tmp_path: Path) -> None:
    mapping = Path(__file__).parents[2] / "examples" / "population" / "keep.yaml"
    staged = stage(load_country(country), survey(country), "2026", tmp_path, mapping)
    assert (staged.households, staged.persons) == (825, 3246)
    assert (staged.report.refused_households, staged.report.refused_persons) == (0, 0)
    block = load_block(load_country(country), staged, 0)
    assert block.design["weight"].to_numpy().sum() == pytest.approx(57_867, abs=1)


def test_a_country_without_a_wage_level_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(LawError, match="uzbekstan"):
        survey("uzbekstan")
    with pytest.raises(LawError, match="a month or a year, as 2026-03 or 2026, not 26-13"):
        survey("uzbekistan", period="26-13")


def test_levels_may_be_given() -> None:
    persons, households = survey("uzbekistan", levels=Levels(average_wage=1e7, minimum_wage=1e6, formal_share=0.5))
    weights = dict(zip(households["household_id"].to_pylist(), households["weight"].to_pylist(), strict=True))
    earned = [
        (weight, wage)
        for household, wage, formal in zip(
            persons["household_id"].to_pylist(),
            persons["wage"].to_pylist(),
            persons["is_formally_employed"].to_pylist(),
            strict=True,
        )
        if formal and (weight := weights[household])
    ]
    assert sum(w * x for w, x in earned) / sum(w for w, _ in earned) == pytest.approx(1e7, abs=100)


def test_tables_hold_plain_types() -> None:
    """Whatever reads Arrow reads them: no dictionaries, views or large strings."""
    for table in survey("uzbekistan"):
        assert {str(each.type) for each in table.schema} <= {"string", "double", "int64", "bool", "date32[day]"}
        assert isinstance(table, pa.Table)
