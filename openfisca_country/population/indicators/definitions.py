"""What each indicator is: label, unit, definition and source; `docs/indicators.md` tells the same with formulas."""

import math
from dataclasses import dataclass

ASPIRE = "World Bank, ASPIRE: Atlas of Social Protection, performance indicators"
HANDBOOK = "Haughton and Khandker 2009, Handbook on Poverty and Inequality, World Bank"
SDG = "SDG indicator 1.3.1, metadata of the UN Statistics Division and the ILO"
FGT = "Foster, Greer and Thorbecke 1984, Econometrica 52"
CANBERRA = "Canberra Group Handbook on Household Income Statistics, 2nd edition (2011)"
CGH = "Coady, Grosh and Hoddinott 2004, Targeting of Transfers in Developing Countries, World Bank"
OECD = "OECD, Benefits and Wages: methodology"
SHARE = "/1"
RATIOS = frozenset({"s80_s20", "palma", "theil", "cgh", "benefit_cost_ratio"})
"""Indicators in ``/1`` that may be above 1."""


@dataclass(frozen=True)
class Definition:
    """An indicator in words.

    Attributes:
        label: as a table's heading.
        unit: ``/1``, ``currency/month``, ``persons`` or ``households``.
        text: what is computed.
        source: where the definition stands.
        signed: True where the indicator may be negative.

    """

    label: str
    unit: str
    text: str
    source: str
    signed: bool = False

    def most(self, name: str) -> float:
        """Return the highest value that the indicator of this name can have."""
        return 1.0 if self.unit == SHARE and not self.signed and name not in RATIOS else math.inf

    @property
    def sentence(self) -> str:
        """The definition with its source."""
        return f"{self.text} ({self.source})."


DEFINITIONS = {
    "mean_income": Definition(
        "Mean disposable income",
        "currency/month",
        "Disposable income of the household per member and month, mean over persons",
        CANBERRA,
        signed=True,
    ),
    "mean_market_income": Definition(
        "Mean market income",
        "currency/month",
        "Market income of the household per member and month, mean over persons",
        CANBERRA,
        signed=True,
    ),
    "mean_benefits": Definition(
        "Mean benefits",
        "currency/month",
        "All cash benefits of the household per member and month, mean over all persons",
        CANBERRA,
    ),
    "mean_taxes_and_contributions": Definition(
        "Mean taxes and contributions",
        "currency/month",
        "Income tax and the workers' own contributions per member and month, mean over all persons",
        CANBERRA,
        signed=True,
    ),
    "poverty_headcount": Definition(
        "Poverty headcount",
        SHARE,
        "Share of persons whose income is below the line, strictly: P0",
        FGT,
    ),
    "poverty_gap": Definition(
        "Poverty gap",
        SHARE,
        "Mean over all persons of the distance to the line as a share of the line, zero for those who are not poor: P1",
        FGT,
    ),
    "poverty_severity": Definition(
        "Poverty severity",
        SHARE,
        "The same with the distance squared, so that the poorest count more: P2",
        FGT,
    ),
    "number_of_poor": Definition(
        "Number of poor",
        "persons",
        "Persons whose income is below the line",
        FGT,
    ),
    "gini": Definition(
        "Gini coefficient",
        SHARE,
        "Twice the area between the Lorenz curve and the line of equality, 0 where all are equal",
        HANDBOOK,
    ),
    "s80_s20": Definition(
        "Income ratio S80/S20",
        SHARE,
        "Income of the richest fifth of persons over that of the poorest fifth",
        HANDBOOK,
    ),
    "palma": Definition(
        "Palma ratio",
        SHARE,
        "Income of the richest tenth of persons over that of the poorest four tenths",
        "Palma 2011, Development and Change 42",
    ),
    "theil": Definition(
        "Theil index",
        SHARE,
        "Mean of (y/mu) ln(y/mu) over persons, 0 where all are equal; negative incomes are left out",
        HANDBOOK,
    ),
    "decile_share": Definition(
        "Income share of the decile",
        SHARE,
        "Share of all disposable income that each tenth of persons has, ranked by income under the same law",
        HANDBOOK,
        signed=True,
    ),
    "coverage": Definition(
        "Coverage",
        SHARE,
        "Share of persons in households that receive the benefit at least once in the period",
        ASPIRE,
    ),
    "average_transfer": Definition(
        "Average transfer",
        "currency/month",
        "The benefit per member and month, mean over the persons in households that receive it",
        ASPIRE,
    ),
    "adequacy": Definition(
        "Adequacy",
        SHARE,
        "The benefit as a share of the disposable income of those whose households receive it",
        ASPIRE,
    ),
    "beneficiary_incidence": Definition(
        "Beneficiary incidence",
        SHARE,
        "Share of all beneficiaries who are in the part of the population",
        ASPIRE,
    ),
    "benefit_incidence": Definition(
        "Benefit incidence",
        SHARE,
        "Share of the money of the benefit that goes to the part of the population",
        ASPIRE,
    ),
    "exclusion_error": Definition(
        "Exclusion error",
        SHARE,
        "Share of the poor who do not receive the benefit; poor by the first line, by income less the benefit",
        CGH,
    ),
    "inclusion_error": Definition(
        "Inclusion error",
        SHARE,
        "Share of the beneficiaries who are not poor by the first line, by income less the benefit",
        CGH,
    ),
    "targeting_differential": Definition(
        "Targeting differential",
        SHARE,
        "Coverage of the poor less coverage of the others, from -1 to 1",
        "Ravallion 2000, World Bank Economic Review 14",
        signed=True,
    ),
    "cgh": Definition(
        "Coady-Grosh-Hoddinott ratio",
        SHARE,
        "Share of the benefit that goes to the poorest fifth by current income less the benefit, over one fifth; "
        "1 is neutral",
        CGH,
    ),
    "headcount_reduction": Definition(
        "Reduction of the headcount",
        SHARE,
        "The headcount without the benefit less that with it, as a share of the first; all else as it is",
        ASPIRE,
        signed=True,
    ),
    "gap_reduction": Definition(
        "Reduction of the poverty gap",
        SHARE,
        "The poverty gap without the benefit less that with it, as a share of the first; all else as it is",
        ASPIRE,
        signed=True,
    ),
    "gini_reduction": Definition(
        "Reduction of the Gini coefficient",
        SHARE,
        "The Gini coefficient without the benefit less that with it, as a share of the first; all else as it is",
        ASPIRE,
        signed=True,
    ),
    "benefit_cost_ratio": Definition(
        "Benefit-cost ratio",
        SHARE,
        "Reduction of the total shortfall from the first line for each unit of the benefit spent",
        ASPIRE,
        signed=True,
    ),
    "sdg_any_benefit": Definition(
        "At least one benefit (SDG 1.3.1)",
        SHARE,
        "Share of persons who receive a cash benefit, live in a household that receives one for the household, or for "
        "whom contributions are paid (SI_COV_BENFTS)",
        SDG,
    ),
    "sdg_children": Definition(
        "Children covered (SDG 1.3.1)",
        SHARE,
        "Share of children under 18 in households with a family benefit (SI_COV_CHLD)",
        SDG,
    ),
    "sdg_mothers": Definition(
        "Mothers with newborns covered (SDG 1.3.1)",
        SHARE,
        "Share of those who gave birth in the period who receive maternity benefit in it (SI_COV_MATNL); no value "
        "where the tables do not tell who gave birth",
        SDG,
    ),
    "sdg_severe_disability": Definition(
        "Severe disability covered (SDG 1.3.1)",
        SHARE,
        "Share of persons of disability groups I and II and of children with disability who receive a disability "
        "benefit themselves (SI_COV_DISAB)",
        SDG,
    ),
    "sdg_unemployed": Definition(
        "Unemployed covered (SDG 1.3.1)",
        SHARE,
        "Share of the unemployed, registered or seeking work, who receive unemployment benefit (SI_COV_UEMP)",
        SDG,
    ),
    "sdg_work_injury": Definition(
        "Workers covered against work injury (SDG 1.3.1)",
        SHARE,
        "Share of persons with earnings, or at work by activity status, who are insured against employment injury "
        "(SI_COV_WKINJRY); no value where the law as it is modelled does not say who is insured",
        SDG,
    ),
    "sdg_older": Definition(
        "Persons of pension age covered (SDG 1.3.1)",
        SHARE,
        "Share of persons who have reached the statutory pension age of the law, 65 where it has none, who receive a "
        "pension of old age, disability or survivors (SI_COV_PENSN)",
        SDG,
    ),
    "sdg_vulnerable": Definition(
        "Vulnerable covered (SDG 1.3.1)",
        SHARE,
        "Share of children, of adults who neither contribute nor receive a contributory benefit, and of persons of "
        "pension age without a contributory pension who receive social assistance or a social pension (SI_COV_VULN)",
        SDG,
    ),
    "sdg_poor": Definition(
        "Poor covered (SDG 1.3.1)",
        SHARE,
        "Share of persons below the first line whose household receives social assistance or a family benefit "
        "(SI_COV_POOR)",
        SDG,
    ),
    "net_replacement_rate": Definition(
        "Net replacement rate",
        SHARE,
        "Disposable income of the household if the worker did not work, over that with the work; mean over employed "
        "adults",
        OECD,
        signed=True,
    ),
    "participation_tax_rate": Definition(
        "Participation tax rate",
        SHARE,
        "One less the gain in disposable income from working as a share of gross earnings; mean over employed adults",
        OECD,
        signed=True,
    ),
    "high_participation_tax": Definition(
        "Workers who keep less than half of their earnings",
        SHARE,
        "Share of employed adults whose participation tax rate is above one half",
        OECD,
    ),
    "marginal_tax_rate": Definition(
        "Marginal effective tax rate",
        SHARE,
        "One less the gain in disposable income from earning 3 % more, as a share of it; mean over employed adults",
        OECD,
        signed=True,
    ),
    "high_marginal_tax": Definition(
        "Workers who would keep less than half of earning more",
        SHARE,
        "Share of employed adults whose marginal effective tax rate is above one half",
        OECD,
    ),
}
"""Every indicator, in the order in which results stand."""

PARTS = {
    "budget": "Weighted total of a payment, a tax or a contribution over the period, with the persons and households "
    "that receive or pay it in at least one month; the net cost is all benefits less the income tax and contributions "
    f"of workers and employers ({CANBERRA}).",
    "lorenz": f"Share of disposable income of the poorest so many persons ({HANDBOOK}).",
    "deciles": "Change of disposable income per member and month in each tenth of persons by current income, in money "
    f"and as a share of the tenth's current income ({HANDBOOK}).",
    "gainers": "Persons by what a reform does to the disposable income of their household: a change of less than one "
    "unit of currency a month is none; others by the change as a share of current income, up to 5 % or more.",
    "patterns": "Households that gain or lose, by household type, number of children, how many work, and region.",
}
"""What stands beside the rows of indicators."""
