"""Kazakhstan: the law of social protection, social insurance and employment."""

import datetime

from openfisca_country.law import Country, CountrySystem


class CountryTaxBenefitSystem(CountrySystem):
    """The law of Kazakhstan, as every OpenFisca tool takes it."""

    country = Country(
        name="kazakhstan",
        title="Kazakhstan",
        iso="KZ",
        currency="KZT",
        languages=("kk", "ru"),
        verified=datetime.date(2026, 11, 1),
    )
