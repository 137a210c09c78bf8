"""Where the household lives, and the lines its income is measured against."""

from openfisca_country.law import MONTH, Enum, Household, Variable, select


class Region(Enum):
    arkhangai = "Arkhangai"
    bayan_olgii = "Bayan-Ölgii"
    bayankhongor = "Bayankhongor"
    bulgan = "Bulgan"
    darkhan_uul = "Darkhan-Uul"
    dornod = "Dornod"
    dornogovi = "Dornogovi"
    dundgovi = "Dundgovi"
    govi_altai = "Govi-Altai"
    govisumber = "Govisümber"
    khentii = "Khentii"
    khovd = "Khovd"
    khovsgol = "Khövsgöl"
    omnogovi = "Ömnögovi"
    orkhon = "Orkhon"
    ovorkhangai = "Övörkhangai"
    selenge = "Selenge"
    sukhbaatar = "Sükhbaatar"
    tov = "Töv"
    ulaanbaatar = "Ulaanbaatar"
    uvs = "Uvs"
    zavkhan = "Zavkhan"


class region(Variable):
    value_type = Enum
    possible_values = Region
    default_value = Region.ulaanbaatar
    entity = Household
    definition_period = MONTH
    label = "Aimag where the household lives, or the capital"
    labels = {"mn": "Өрхийн оршин суугаа аймаг, нийслэл"}
    reference = "MSL1998 art. 5"


class lives_in_western_region(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "Lives in the Western region"
    labels = {"mn": "Баруун бүсэд амьдардаг"}
    reference = "MSL1998 art. 5"

    def formula(household, period):
        """Bayan-Ölgii, Govi-Altai, Zavkhan, Uvs or Khovd."""
        region = household("region", period)
        kinds = region.possible_values
        return (
            (region == kinds.bayan_olgii)
            | (region == kinds.govi_altai)
            | (region == kinds.zavkhan)
            | (region == kinds.uvs)
            | (region == kinds.khovd)
        )


class lives_in_khangai_region(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "Lives in the Khangai region"
    labels = {"mn": "Хангайн бүсэд амьдардаг"}
    reference = "MSL1998 art. 5"

    def formula(household, period):
        """Arkhangai, Bayankhongor, Bulgan, Övörkhangai, Khövsgöl or Orkhon."""
        region = household("region", period)
        kinds = region.possible_values
        return (
            (region == kinds.arkhangai)
            | (region == kinds.bayankhongor)
            | (region == kinds.bulgan)
            | (region == kinds.ovorkhangai)
            | (region == kinds.khovsgol)
            | (region == kinds.orkhon)
        )


class lives_in_central_region(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "Lives in the Central region"
    labels = {"mn": "Төвийн бүсэд амьдардаг"}
    reference = "MSL1998 art. 5"

    def formula(household, period):
        """Govisümber, Dornogovi, Dundgovi, Ömnögovi, Selenge, Töv or Darkhan-Uul."""
        region = household("region", period)
        kinds = region.possible_values
        return (
            (region == kinds.govisumber)
            | (region == kinds.dornogovi)
            | (region == kinds.dundgovi)
            | (region == kinds.omnogovi)
            | (region == kinds.selenge)
            | (region == kinds.tov)
            | (region == kinds.darkhan_uul)
        )


class lives_in_eastern_region(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "Lives in the Eastern region"
    labels = {"mn": "Зүүн бүсэд амьдардаг"}
    reference = "MSL1998 art. 5"

    def formula(household, period):
        """Dornod, Sükhbaatar or Khentii."""
        region = household("region", period)
        kinds = region.possible_values
        return (region == kinds.dornod) | (region == kinds.sukhbaatar) | (region == kinds.khentii)


class subsistence_minimum(Variable):
    value_type = float
    entity = Household
    definition_period = MONTH
    label = "Minimum subsistence level per person where the household lives"
    labels = {"mn": "Хүн амын амьжиргааны доод түвшин, нэг хүнд"}
    unit = "currency/month"
    reference = "MSL1998 art. 5"

    def formula_2019_02(household, period, parameters):
        """The level of the region, or of Ulaanbaatar."""
        level = parameters(period).base.subsistence
        return select(
            [
                household("lives_in_western_region", period),
                household("lives_in_khangai_region", period),
                household("lives_in_central_region", period),
                household("lives_in_eastern_region", period),
            ],
            [level.western, level.khangai, level.central, level.eastern],
            default=level.ulaanbaatar,
        )


class poverty_line(Variable):
    value_type = float
    entity = Household
    definition_period = MONTH
    label = "National poverty line: per person to 2021, per adult equivalent since 2022"
    labels = {"mn": "Ядуурлын шугам"}
    unit = "currency/month"
    reference = "POVLINE"

    def formula_2016(household, period, parameters):
        """The line published last, the same for the whole country."""
        return household.filled_array(parameters(period).base.poverty_line)
