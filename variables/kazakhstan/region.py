"""Where the household lives, and the statistical subsistence minimum there."""

from openfisca_country.law import MONTH, Enum, Household, Variable, quarter_before, select, where


class Region(Enum):
    abai = "Abai"
    akmola = "Akmola"
    aktobe = "Aktobe"
    almaty_city = "Almaty city"
    almaty_region = "Almaty region"
    astana = "Astana"
    atyrau = "Atyrau"
    east_kazakhstan = "East Kazakhstan"
    karaganda = "Karaganda"
    kostanay = "Kostanay"
    kyzylorda = "Kyzylorda"
    mangystau = "Mangystau"
    north_kazakhstan = "North Kazakhstan"
    pavlodar = "Pavlodar"
    shymkent = "Shymkent"
    turkistan = "Turkistan"
    ulytau = "Ulytau"
    west_kazakhstan = "West Kazakhstan"
    zhambyl = "Zhambyl"
    zhetysu = "Zhetysu"


class region(Variable):
    value_type = Enum
    possible_values = Region
    default_value = Region.almaty_city
    entity = Household
    definition_period = MONTH
    label = "Region where the household lives, or city of national rank"
    labels = {
        "kk": "Үй шаруашылығы тұратын облыс немесе республикалық маңызы бар қала",
        "ru": "Область или город республиканского значения, где живёт семья",
    }
    reference = "STATPM"


class regional_subsistence_minimum_input(Variable):
    value_type = float
    entity = Household
    definition_period = MONTH
    label = (
        "Statistical subsistence minimum of the region in the quarter before, as published; zero where it is not known"
    )
    labels = {
        "kk": "Өңірдің өткен тоқсандағы статистикалық ең төменгі күнкөріс деңгейі",
        "ru": "Статистический прожиточный минимум региона за прошлый квартал",
    }
    unit = "currency/month"
    reference = "STATPM"


class published_regional_subsistence_minimum(Variable):
    value_type = float
    entity = Household
    definition_period = MONTH
    label = "Statistical subsistence minimum of the region, the newest figure seen for the quarter before or earlier"
    unit = "currency/month"
    reference = "STATPM"

    def formula_2023_04(household, period, parameters):
        """As seen by the end of the quarter before: a figure of Shymkent only, zero elsewhere."""
        law = parameters(quarter_before(period).stop).base
        region = household("region", period)
        return where(region == region.possible_values.shymkent, law.regional_subsistence_minimum.shymkent, 0)

    def formula_2023_10(household, period, parameters):
        """As seen by the end of the quarter before: the country's figure, as none of a region was seen."""
        law = parameters(quarter_before(period).stop).base
        return household.filled_array(law.statistical_subsistence_minimum.quarter)

    def formula_2024_07(household, period, parameters):
        """As seen by the end of the quarter before: the region's figure where there is one, else the country's."""
        law = parameters(quarter_before(period).stop).base
        region = household("region", period)
        return where(
            region == region.possible_values.aktobe,
            law.regional_subsistence_minimum.aktobe,
            law.statistical_subsistence_minimum.quarter,
        )

    def formula_2024_10(household, period, parameters):
        """As seen by the end of the quarter before: the region's figure where there is one, else the country's."""
        law = parameters(quarter_before(period).stop).base
        level = law.regional_subsistence_minimum
        region = household("region", period)
        kinds = region.possible_values
        return select(
            [
                region == kinds.abai,
                region == kinds.akmola,
                region == kinds.aktobe,
                region == kinds.almaty_city,
                region == kinds.almaty_region,
                region == kinds.astana,
                region == kinds.east_kazakhstan,
                region == kinds.mangystau,
                region == kinds.north_kazakhstan,
                region == kinds.pavlodar,
                region == kinds.ulytau,
            ],
            [
                level.abai,
                level.akmola,
                level.aktobe,
                level.almaty_city,
                level.almaty_region,
                level.astana,
                level.east_kazakhstan,
                level.mangystau,
                level.north_kazakhstan,
                level.pavlodar,
                level.ulytau,
            ],
            default=law.statistical_subsistence_minimum.quarter,
        )

    def formula_2025_10(household, period, parameters):
        """As seen by the end of the quarter before: the region's figure where there is one, else the country's."""
        law = parameters(quarter_before(period).stop).base
        level = law.regional_subsistence_minimum
        region = household("region", period)
        kinds = region.possible_values
        return select(
            [
                region == kinds.abai,
                region == kinds.akmola,
                region == kinds.aktobe,
                region == kinds.almaty_city,
                region == kinds.almaty_region,
                region == kinds.astana,
                region == kinds.east_kazakhstan,
                region == kinds.karaganda,
                region == kinds.mangystau,
                region == kinds.north_kazakhstan,
                region == kinds.pavlodar,
                region == kinds.shymkent,
                region == kinds.ulytau,
                region == kinds.zhetysu,
            ],
            [
                level.abai,
                level.akmola,
                level.aktobe,
                level.almaty_city,
                level.almaty_region,
                level.astana,
                level.east_kazakhstan,
                level.karaganda,
                level.mangystau,
                level.north_kazakhstan,
                level.pavlodar,
                level.shymkent,
                level.ulytau,
                level.zhetysu,
            ],
            default=law.statistical_subsistence_minimum.quarter,
        )


class regional_subsistence_minimum(Variable):
    value_type = float
    entity = Household
    definition_period = MONTH
    label = "Statistical subsistence minimum per person of the region, in the quarter before"
    labels = {
        "kk": "Өңірдің бір адамға шаққандағы статистикалық ең төменгі күнкөріс деңгейі, өткен тоқсан",
        "ru": "Статистический прожиточный минимум региона на человека за прошлый квартал",
    }
    unit = "currency/month"
    reference = "STATPM"

    def formula(household, period):
        """The figure stated, or else the newest that was seen for the region."""
        stated = household("regional_subsistence_minimum_input", period)
        return where(stated > 0, stated, household("published_regional_subsistence_minimum", period))
