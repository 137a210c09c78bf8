"""The low-income family: who belongs to it, its income over three months, its limit, its property, its application."""

from openfisca_country.law import (
    ADD,
    MONTH,
    Household,
    Person,
    Variable,
    add_days,
    calendar_months_between,
    first_day,
    happened,
    maximum,
    round_to_unit,
    where,
)

# Who belongs to the family: what the person or the registers state


class in_full_state_care(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Is a child in full state care"
    reference = "PKM654"


class is_foster_child(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Is a child taken into the family for fostering"
    reference = "PKM654"


class is_declared_missing(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Has been declared missing by a court"
    reference = "PKM654"


class is_deprived_of_parental_rights(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Has been stripped of parental rights"
    reference = "PKM654"


class is_family_member(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Belongs to the family whose income is tested"
    labels = {"uz": "Daromadi hisobga olinadigan oila a'zosi", "ru": "Член семьи, доход которой проверяется"}
    reference = "PKM654"

    def formula(person, period):
        """Spouses and their children, grown ones without a family of their own too; four exceptions."""
        status = person("marital_status", period)
        has_own_family = person.has_role(Household.CHILD) & (status == status.possible_values.married)
        return (
            person("in_family", period)
            & ~has_own_family
            & ~person("in_full_state_care", period)
            & ~person("is_foster_child", period)
            & ~person("is_deprived_of_parental_rights", period)
            & ~person("is_declared_missing", period)
        )


class family_members(Variable):
    value_type = int
    entity = Household
    definition_period = MONTH
    label = "Members of the family whose income is tested"
    unit = "person"
    reference = "PKM654"

    def formula(household, period):
        """The members on the first day of the month."""
        return household.sum(household.members("is_family_member", period))


class family_has_members(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "At least one person of the family lives in the household"
    labels = {"uz": "Oilaning kamida bir a'zosi bor", "ru": "В семье есть хотя бы один человек"}
    reference = "PKM654"

    def formula(household, period):
        """One member makes a family: a lone person is one."""
        return household("family_members", period) >= 1


# Income


class imputed_income(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Normative income imputed to a sole proprietor or self-employed person in the means test"
    unit = "currency/month"
    reference = "PKM654"


class assessed_monthly_income_per_member(Variable):
    value_type = float
    entity = Household
    definition_period = MONTH
    label = "Monthly income per member that the decision on the application found; zero where none is stated"
    unit = "currency/month"
    reference = ["PKM654", "PKM35"]


class income_found_by_decision(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "The income that the decision on the application found is stated"
    labels = {"uz": "Qarorda aniqlangan daromad ko'rsatilgan", "ru": "Доход, установленный решением, указан"}
    reference = ["PKM654", "PKM35"]

    def formula(household, period):
        """Stated by its sum; a decision that found no income at all is stated by this variable itself."""
        return household("assessed_monthly_income_per_member", period) > 0


class income_of_three_months(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Counted income of the three months before the month"
    unit = "currency"
    reference = ["PKM44", "PKM654", "PKM35"]

    def formula(person, period):
        """Pay, property, business and plot, money received and alimony, less alimony paid (PKM44)."""
        three_months = period.last_3_months
        return (
            person("wage", three_months, options=[ADD])
            + person("property_income", three_months, options=[ADD])
            + person("self_employment_income", three_months, options=[ADD])
            + person("farm_income", three_months, options=[ADD])
            + person("remittances", three_months, options=[ADD])
            + person("alimony_received", three_months, options=[ADD])
            - person("alimony_paid", three_months, options=[ADD])
            + person("other_income", three_months, options=[ADD])
        )

    def formula_2021_03_05(person, period):
        """Pay, property, imputed income, money receipts with remittances, alimony less alimony paid (PKM654)."""
        three_months = period.last_3_months
        return (
            person("wage", three_months, options=[ADD])
            + person("property_income", three_months, options=[ADD])
            + person("imputed_income", three_months, options=[ADD])
            + person("remittances", three_months, options=[ADD])
            + person("alimony_received", three_months, options=[ADD])
            - person("alimony_paid", three_months, options=[ADD])
            + person("other_income", three_months, options=[ADD])
        )


class family_income(Variable):
    value_type = float
    entity = Household
    definition_period = MONTH
    label = "Counted income of the family over three months"
    labels = {"uz": "Oilaning uch oylik jami daromadi", "ru": "Совокупный доход семьи за три месяца"}
    unit = "currency"
    reference = ["PKM44", "PKM654", "PKM35"]

    def formula_2015_09(household, period, parameters):
        """What the decision found, where it is stated; otherwise the members' income of the three months before."""
        months = parameters(period).low_income_family.income_months
        found = household("assessed_monthly_income_per_member", period) * household("family_members", period) * months
        counted = household.members("income_of_three_months", period) * household.members("is_family_member", period)
        return where(household("income_found_by_decision", period), found, household.sum(counted))


class family_income_per_member(Variable):
    value_type = float
    entity = Household
    definition_period = MONTH
    label = "Average monthly income per member of the family"
    labels = {
        "uz": "Oilaning bir a'zosiga to'g'ri keladigan o'rtacha oylik daromad",
        "ru": "Среднемесячный доход на члена семьи",
    }
    unit = "currency/month"
    reference = ["PKM44", "PKM654", "PKM35"]

    def formula_2015_09(household, period, parameters):
        """Income of three months, divided by three and by the number of members."""
        months = parameters(period).low_income_family.income_months
        return household("family_income", period) / months / maximum(household("family_members", period), 1)


class family_income_limit(Variable):
    value_type = float
    entity = Household
    definition_period = MONTH
    label = "Highest monthly income per member of a low-income family"
    labels = {"uz": "Kam ta'minlanganlik chegarasi", "ru": "Порог малообеспеченности"}
    unit = "currency/month"
    reference = ["PKM44", "PKM122", "UP6277", "UP258"]

    def formula_2015_09(household, period, parameters):
        """A share of the minimum wage."""
        share = parameters(period).low_income_family.limit.share_of_minimum_wage
        return household.filled_array(round_to_unit(share * parameters(period).base.minimum_wage))

    def formula_2022(household, period, parameters):
        """The minimum consumption expenditure."""
        share = parameters(period).low_income_family.limit.share_of_minimum_consumption
        return household.filled_array(round_to_unit(share * parameters(period).base.minimum_consumption_expenditure))


class family_income_within_limit(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "Family income per member is within the limit"
    labels = {
        "uz": "Oilaning bir a'zosiga to'g'ri keladigan daromad chegaradan oshmaydi",
        "ru": "Доход на члена семьи не превышает порога",
    }
    reference = ["PKM44", "PKM122", "UP6277", "UP258"]

    def formula_2015_09(household, period, parameters):
        """At or below the limit."""
        months = parameters(period).low_income_family.income_months
        limit = household("family_income_limit", period) * household("family_members", period) * months
        return household("family_income", period) <= limit

    def formula_2026_02(household, period, parameters):
        """Below the limit: at the limit begins borderline poverty."""
        months = parameters(period).low_income_family.income_months
        limit = household("family_income_limit", period) * household("family_members", period) * months
        return household("family_income", period) < limit


# Property


class real_estate_objects(Variable):
    value_type = int
    entity = Household
    definition_period = MONTH
    label = "Real-estate objects of the whole family"
    unit = "object"
    reference = "PKM122"


class nonresidential_buildings(Variable):
    value_type = int
    entity = Household
    definition_period = MONTH
    label = "Non-residential buildings of the whole family"
    unit = "building"
    reference = "PKM122"


class roadworthy_vehicles(Variable):
    value_type = int
    entity = Household
    definition_period = MONTH
    label = "Roadworthy vehicles of the whole family, owned or used under a general power of attorney"
    unit = "vehicle"
    reference = "PKM122"


class newest_vehicle_age(Variable):
    value_type = int
    entity = Household
    definition_period = MONTH
    label = "Years since the newest roadworthy vehicle was made"
    unit = "year"
    reference = "PKM122"


class bank_balance(Variable):
    value_type = float
    entity = Household
    definition_period = MONTH
    label = "Bank balances of the family in the application month"
    unit = "currency"
    reference = "PKM122"


class serves_in_uniformed_service(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Serves in defence, interior, emergencies, state security, the national guard or customs"
    reference = "PKM122"


class real_estate_within_limit(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    default_value = True
    label = "The family has no more than one real-estate object"
    labels = {"uz": "Ko'chmas mulk bittadan ortiq emas", "ru": "Не более одного объекта недвижимости"}
    reference = "PKM122"

    def formula_2021_03_05(household, period, parameters):
        """More than one real-estate object rules the family out."""
        law = parameters(period).low_income_family.asset_filter
        return household("real_estate_objects", period) <= law.real_estate


class nonresidential_buildings_within_limit(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    default_value = True
    label = "The family has no non-residential building"
    labels = {"uz": "Noturar joy binosi yo'q", "ru": "Нет нежилых зданий"}
    reference = "PKM122"

    def formula_2021_03_05(household, period, parameters):
        """Any non-residential building rules the family out."""
        law = parameters(period).low_income_family.asset_filter
        return household("nonresidential_buildings", period) <= law.nonresidential_buildings


class no_recent_vehicle(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    default_value = True
    label = "The family has no roadworthy vehicle of up to seven years"
    labels = {"uz": "Yetti yildan oshmagan avtotransport vositasi yo'q", "ru": "Нет автомобиля не старше семи лет"}
    reference = "PKM122"

    def formula_2021_03_05(household, period, parameters):
        """A roadworthy vehicle not older than seven years rules the family out."""
        law = parameters(period).low_income_family.asset_filter
        has_none = household("roadworthy_vehicles", period) < 1
        return has_none | (household("newest_vehicle_age", period) > law.vehicle_age)


class vehicles_within_limit(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    default_value = True
    label = "The family has no more than one roadworthy vehicle"
    labels = {"uz": "Avtotransport vositasi bittadan ortiq emas", "ru": "Не более одного автомобиля"}
    reference = "PKM122"

    def formula_2021_03_05(household, period, parameters):
        """Two or more roadworthy vehicles rule the family out, whatever their age."""
        law = parameters(period).low_income_family.asset_filter
        return household("roadworthy_vehicles", period) <= law.vehicles


class bank_balance_below_limit(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    default_value = True
    label = "Bank balances of the family are below five minimum wages"
    labels = {
        "uz": "Bank hisobvaraqlaridagi mablag' besh baravar MHTEKMdan kam",
        "ru": "Остатки на счетах меньше пяти МРОТ",
    }
    reference = "PKM122"

    def formula_2021_03_05(household, period, parameters):
        """Balances of five minimum wages or more in the application month rule the family out."""
        law = parameters(period).low_income_family.asset_filter
        return household("bank_balance", period) < law.bank_balance * parameters(period).base.minimum_wage


class no_member_in_uniformed_service(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    default_value = True
    label = "No member serves in defence, interior, emergencies, state security, the national guard or customs"
    labels = {"uz": "Oila a'zolari harbiylashtirilgan xizmatda emas", "ru": "Нет членов семьи на силовой службе"}
    reference = "PKM122"

    def formula_2021_03_05(household, period):
        """A member in one of these services rules the family out."""
        members = household.members
        return ~household.any(members("serves_in_uniformed_service", period) & members("is_family_member", period))


class assets_within_limits(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    default_value = True
    label = "Property does not rule the family out, or the asset filters are not applied"
    labels = {"uz": "Mol-mulk bo'yicha cheklov yo'q", "ru": "Имущество не препятствует назначению"}
    reference = ["PKM122", "PKM654"]

    def formula_2021_03_05(household, period, parameters):
        """None of the filters holds, where they are applied."""
        applied = household.filled_array(parameters(period).low_income_family.apply_asset_filters)
        return ~applied | (
            household("real_estate_within_limit", period)
            & household("nonresidential_buildings_within_limit", period)
            & household("no_recent_vehicle", period)
            & household("vehicles_within_limit", period)
            & household("bank_balance_below_limit", period)
            & household("no_member_in_uniformed_service", period)
        )


class is_low_income_family(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "Is a low-income family"
    labels = {"uz": "Kam ta'minlangan oila", "ru": "Малообеспеченная семья"}
    reference = ["PKM44", "PKM122", "UP6277", "PKM654", "UP258"]

    def formula_2015_09(household, period):
        """Income within the limit, and no property that rules the family out."""
        return (
            household("family_has_members", period)
            & household("family_income_within_limit", period)
            & household("assets_within_limits", period)
        )


# The application, and the months since


class application_examined(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "The application counts by this month, or none is stated"
    labels = {"uz": "Ariza ko'rib chiqilgan", "ru": "Заявление рассмотрено"}
    reference = ["PKM44", "PKM654", "PKM35"]

    def formula(household, period):
        """It counts from its own month."""
        applied = household("benefit_application_date", period)
        return ~happened(applied) | (calendar_months_between(applied, first_day(period)) >= 0)

    def formula_2021_10_21(household, period, parameters):
        """By the 16th it counts for its own month, after that for the next."""
        applied = household("benefit_application_date", period)
        # Moved back by the last day that counts, a date stands in the month before the one it counts for.
        month_before = add_days(applied, -parameters(period).low_income_family.application_cutoff_day)
        return ~happened(applied) | (calendar_months_between(month_before, first_day(period)) >= 1)


class benefit_month(Variable):
    value_type = int
    entity = Household
    definition_period = MONTH
    label = "Which month of the award this is; zero before the first, one where no application is stated"
    unit = "month"
    reference = ["PKM44", "PKM654", "PKM35"]

    def formula(household, period):
        """Paid from the month after the application."""
        applied = household("benefit_application_date", period)
        months = calendar_months_between(applied, first_day(period))
        return where(happened(applied), maximum(months, 0), 1)

    def formula_2021_10_21(household, period, parameters):
        """Paid from the month for which the application counts."""
        applied = household("benefit_application_date", period)
        month_before = add_days(applied, -parameters(period).low_income_family.application_cutoff_day)
        months = calendar_months_between(month_before, first_day(period))
        return where(happened(applied), maximum(months, 0), 1)

    def formula_2026_02(household, period, parameters):
        """Paid from the month after the one in which the application is examined."""
        applied = household("benefit_application_date", period)
        month_before = add_days(applied, -parameters(period).low_income_family.application_cutoff_day)
        months = calendar_months_between(month_before, first_day(period)) - 1
        return where(happened(applied), maximum(months, 0), 1)


class benefit_has_begun(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "The first month of payment has come"
    labels = {"uz": "To'lov boshlangan", "ru": "Выплата началась"}
    reference = ["PKM44", "PKM654", "PKM35"]

    def formula(household, period):
        """The first month of the award, or a later one."""
        return household("benefit_month", period) >= 1
