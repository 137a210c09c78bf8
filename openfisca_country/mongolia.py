"""Mongolia: the law of social insurance, social welfare and employment promotion."""

import datetime

from openfisca_country.law import Country, CountrySystem


class CountryTaxBenefitSystem(CountrySystem):
    """The law of Mongolia, as every OpenFisca tool takes it."""

    country = Country(
        name="mongolia",
        title="Mongolia",
        iso="MN",
        currency="MNT",
        languages=("mn",),
        verified=datetime.date(2026, 11, 1),
    )
