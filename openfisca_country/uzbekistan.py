"""Uzbekistan: the law of social protection, unemployment and active labour-market measures."""

import datetime

from openfisca_country.law import Country, CountrySystem


class CountryTaxBenefitSystem(CountrySystem):
    """The law of Uzbekistan, as every OpenFisca tool takes it."""

    country = Country(
        name="uzbekistan",
        title="Uzbekistan",
        iso="UZ",
        currency="UZS",
        languages=("uz", "ru"),
        verified=datetime.date(2026, 5, 31),
    )
