"""The Social Register and those before it: categories of families, the employment test, the steps, the packages."""

import datetime

from openfisca_country.law import (
    ETERNITY,
    MONTH,
    MONTHS_IN_YEAR,
    NEVER,
    Enum,
    Household,
    Person,
    Variable,
    calendar_months_between,
    first_day,
    happened,
    in_month,
    minimum,
    round_to_unit,
    select,
    where,
)


class WorkCapacity(Enum):
    not_stated = "Not stated: by age, disability and pension"
    able = "Recorded as able-bodied"
    unable = "Recorded as not able-bodied"


class SocialRegisterCategory(Enum):
    none = "In no category"
    red = "Red: below the poverty line, with a member unable to work or other hardship"
    yellow = "Yellow: below the poverty line, members able to work"
    green = "Green: up to one and a half times the poverty line, left poverty or at risk of it"
    state_supported = "State-supported family"
    poor = "Poor family"
    borderline = "Family in borderline poverty"


# What the family states, or the register records


class work_capacity(Variable):
    value_type = Enum
    possible_values = WorkCapacity
    default_value = WorkCapacity.not_stated
    entity = Person
    definition_period = MONTH
    label = "What the register records on whether the person is able-bodied"
    reference = "PKM35"


class cares_for_small_or_disabled_child(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Cares for a small child or a child with disability, and is not required to work"
    reference = "UP258"


class otherwise_exempt_from_work(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Is not required to work on another ground of the law"
    reference = "UP258"


class unable_to_work_for_health(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Cannot work for reasons of health, whether or not a disability group was assigned"
    reference = "UP84 item 2"


class needs_care(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Needs the care of others"
    reference = "UP84 item 2"


class lone_person_needs_care(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "Lone, or living alone, elderly or with disability, and in need of care"
    reference = ["UP84 item 2", "PQ67"]


class breadwinner_lost_or_imprisoned(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "The family has lost its breadwinner, or the breadwinner is in prison"
    reference = "UP84 item 2"


class at_risk_of_poverty(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    end = "2026-01-31"
    label = "Found at high risk of entering the register of poor families"
    reference = "UP84 item 2"


class hard_life_situation(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "Found in a hard life situation, on the recommendation of the mahalla"
    reference = "UP258"


class borderline_transfer_date(Variable):
    value_type = datetime.date
    entity = Household
    definition_period = ETERNITY
    default_value = NEVER
    label = "Day the family left a poorer category, or entered the borderline category for its hard life situation"
    unit = "date"
    reference = ["UP84 item 2", "UP258"]


class suspended_before(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "Was suspended before, because members did not take up formal work, and applied again"
    reference = "UP258"


# Who can work


class works_formally(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Works formally, or is paid a formal wage"
    labels = {"uz": "Rasmiy band", "ru": "Официально занят"}
    reference = "UP258"

    def formula(person, period):
        """Stated as formally employed, or with a wage from formal employment."""
        return person("is_formally_employed", period) | (person("wage", period) > 0)


class does_paid_work(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Works for pay or profit, formally or not"
    labels = {"uz": "Ishlaydi", "ru": "Работает"}
    reference = "LABOURBALANCE"

    def formula(person, period):
        """Formal work, or earnings from self-employment or a plot."""
        return (
            person("works_formally", period)
            | (person("self_employment_income", period) > 0)
            | (person("farm_income", period) > 0)
        )


class is_of_working_age(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Is of working age"
    labels = {"uz": "Mehnatga layoqatli yoshda", "ru": "В трудоспособном возрасте"}
    reference = "LABOURBALANCE"

    def formula_2015_09(person, period, parameters):
        """Men from 16 to 59, women from 16 to 54, the last year included."""
        law = parameters(period).social_register.able_bodied
        sex = person("sex", period)
        last = where(sex == sex.possible_values.male, law.to_age_men, law.to_age_women)
        age = person("age", period)
        return (age >= law.from_age) & (age <= last)


class disability_keeps_from_work(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Has a disability of group I or II and does not work"
    labels = {"uz": "I yoki II guruh nogironligi bor va ishlamaydi", "ru": "Инвалид I или II группы, не работает"}
    reference = ["LABOURBALANCE", "UP84 item 2"]

    def formula(person, period):
        """Group I or II, without paid work."""
        group = person("disability_group", period)
        kinds = group.possible_values
        severe = (group == kinds.group_1) | (group == kinds.group_2)
        return severe & ~person("does_paid_work", period)


class is_able_bodied(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Is able-bodied"
    labels = {"uz": "Mehnatga layoqatli", "ru": "Трудоспособен"}
    reference = ["LABOURBALANCE", "PKM35"]

    def formula(person, period):
        """As recorded; otherwise of working age, no early pensioner, no idle member of groups I and II."""
        recorded = person("work_capacity", period)
        kinds = recorded.possible_values
        by_default = (
            person("is_of_working_age", period)
            & ~person("disability_keeps_from_work", period)
            & (person("old_age_pension", period) <= 0)
        )
        return where(recorded == kinds.not_stated, by_default, recorded == kinds.able)


class is_exempt_from_work(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Is not required to work"
    labels = {"uz": "Band bo'lishi talab etilmaydi", "ru": "Занятость не требуется"}
    reference = "UP258"

    def formula(person, period):
        """Full-time study, care of a small or disabled child, or another ground."""
        return (
            person("is_student", period)
            | person("cares_for_small_or_disabled_child", period)
            | person("otherwise_exempt_from_work", period)
        )


class is_able_to_work(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Is a member of the family who is able-bodied and may be required to work"
    labels = {
        "uz": "Bandligi talab etiladigan mehnatga layoqatli a'zo",
        "ru": "Трудоспособный член семьи, от которого требуется занятость",
    }
    reference = "UP258"

    def formula(person, period):
        """A member, able-bodied, not exempt."""
        return (
            person("is_family_member", period)
            & person("is_able_bodied", period)
            & ~person("is_exempt_from_work", period)
        )


class has_member_able_to_work(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "The family has a member able to work"
    labels = {"uz": "Oilada mehnat qila oladigan a'zo bor", "ru": "В семье есть член, способный работать"}
    reference = "UP258"

    def formula(household, period):
        """At least one."""
        return household.any(household.members("is_able_to_work", period))


# Income beside the poverty line


class left_poorer_category(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "The family left one of the categories below the poverty line"
    labels = {"uz": "Oila oldingi toifadan chiqarilgan", "ru": "Семья переведена из более бедной категории"}
    reference = ["UP84 item 2", "UP258"]

    def formula(household, period):
        """By the day of its transfer, unless that is the day it entered for hardship."""
        transfer = household("borderline_transfer_date", period)
        transferred = happened(transfer) & (calendar_months_between(transfer, first_day(period)) >= 0)
        return transferred & ~household("hard_life_situation", period)


class below_poverty_line(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "Family income per member is below the minimum consumption expenditure"
    labels = {
        "uz": "Oilaning bir a'zosiga to'g'ri keladigan daromad MIXdan kam",
        "ru": "Доход на члена семьи ниже минимальных потребительских расходов",
    }
    reference = ["UP84 item 2", "UP258"]

    def formula_2025_05_15(household, period, parameters):
        """Below, not at, the minimum consumption expenditure."""
        law = parameters(period).low_income_family
        line = law.limit.share_of_minimum_consumption * parameters(period).base.minimum_consumption_expenditure
        return household("family_income", period) < line * household("family_members", period) * law.income_months

    def formula_2026_02(household, period, parameters):
        """Below it, or in the month of the transfer that ends this state."""
        law = parameters(period).low_income_family
        line = law.limit.share_of_minimum_consumption * parameters(period).base.minimum_consumption_expenditure
        below = household("family_income", period) < line * household("family_members", period) * law.income_months
        leaving = in_month(household("borderline_transfer_date", period), period)
        return below | (leaving & household("left_poorer_category", period))


class in_borderline_range(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "Family income per member is from one to one and a half times the minimum consumption expenditure"
    labels = {
        "uz": "Oilaning bir a'zosiga to'g'ri keladigan daromad MIXning 1 baravaridan 1,5 baravarigacha",
        "ru": "Доход на члена семьи от 1 до 1,5 минимальных потребительских расходов",
    }
    reference = ["UP84 item 2", "UP258"]

    def formula_2025_05_15(household, period, parameters):
        """Both ends included."""
        law = parameters(period).low_income_family
        upper = parameters(period).social_register.borderline.upper
        line = parameters(period).base.minimum_consumption_expenditure
        people_and_months = household("family_members", period) * law.income_months
        income = household("family_income", period)
        return (income >= law.limit.share_of_minimum_consumption * line * people_and_months) & (
            income <= upper * line * people_and_months
        )


# Red, yellow and green, to January 2026


class has_member_unable_to_work_for_health(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "A member cannot work for reasons of health"
    labels = {
        "uz": "Sog'lig'i holatiga ko'ra mehnat qila olmaydigan a'zo bor",
        "ru": "Есть член семьи, не способный работать по здоровью",
    }
    reference = "UP84 item 2"

    def formula(household, period):
        """So stated, or of group I or II and without work."""
        members = household.members
        unable = members("unable_to_work_for_health", period) | members("disability_keeps_from_work", period)
        return household.any(unable & members("is_family_member", period))


class has_member_needing_care(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "A member needs care, or is a child with disability"
    labels = {"uz": "Parvarishga muhtoj a'zo bor", "ru": "Есть член семьи, нуждающийся в уходе"}
    reference = "UP84 item 2"

    def formula(household, period):
        """So stated, or a child with disability."""
        members = household.members
        group = members("disability_group", period)
        in_need = members("needs_care", period) | (group == group.possible_values.child)
        return household.any(in_need & members("is_family_member", period))


class meets_red_criterion(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "The family meets one of the four criteria of the red category"
    labels = {"uz": "“Qizil” toifa mezonlaridan biriga mos", "ru": "Отвечает одному из критериев «красной» категории"}
    reference = "UP84 item 2"

    def formula(household, period):
        """Unable to work, in need of care, lone and in need of care, breadwinner lost or in prison."""
        return (
            household("has_member_unable_to_work_for_health", period)
            | household("has_member_needing_care", period)
            | household("lone_person_needs_care", period)
            | household("breadwinner_lost_or_imprisoned", period)
        )


class is_red_family(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    end = "2026-01-31"
    label = "Is a family of the red category"
    labels = {"uz": "“Qizil” toifadagi oila", "ru": "Семья «красной» категории"}
    reference = "UP84 item 2"

    def formula_2025_05_15(household, period):
        """Below the poverty line, meeting one of the four criteria."""
        return (
            household("family_has_members", period)
            & household("below_poverty_line", period)
            & household("assets_within_limits", period)
            & household("meets_red_criterion", period)
        )


class is_yellow_family(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    end = "2026-01-31"
    label = "Is a family of the yellow category"
    labels = {"uz": "“Sariq” toifadagi oila", "ru": "Семья «жёлтой» категории"}
    reference = "UP84 item 2"

    def formula_2025_05_15(household, period):
        """Below the poverty line, members able to work as far as their health goes."""
        return (
            household("family_has_members", period)
            & household("below_poverty_line", period)
            & household("assets_within_limits", period)
            & ~household("meets_red_criterion", period)
        )


class is_green_family(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    end = "2026-01-31"
    label = "Is a family of the green category"
    labels = {"uz": "“Yashil” toifadagi oila", "ru": "Семья «зелёной» категории"}
    reference = "UP84 item 2"

    def formula_2025_05_15(household, period):
        """From one to one and a half times the poverty line, having left red or yellow, or at high risk."""
        return (
            household("family_has_members", period)
            & household("in_borderline_range", period)
            & household("assets_within_limits", period)
            & (household("left_poorer_category", period) | household("at_risk_of_poverty", period))
        )


# State-supported, poor and borderline, from February 2026


class is_state_supported_family(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "Is a state-supported family"
    labels = {"uz": "“Davlat ta'minotidagi oila”", "ru": "Семья на государственном обеспечении"}
    reference = ["UP258", "PKM35"]

    def formula_2026_02(household, period):
        """Below the poverty line, members unable to work or with limited possibility to."""
        return (
            household("family_has_members", period)
            & household("below_poverty_line", period)
            & household("assets_within_limits", period)
            & ~household("has_member_able_to_work", period)
        )


class is_poor_family(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "Is a poor family"
    labels = {"uz": "“Kambag'al oila”", "ru": "Бедная семья"}
    reference = ["UP258", "PKM35"]

    def formula_2026_02(household, period):
        """Below the poverty line, with a member able to work."""
        return (
            household("family_has_members", period)
            & household("below_poverty_line", period)
            & household("assets_within_limits", period)
            & household("has_member_able_to_work", period)
        )


class is_borderline_family(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "Is a family in borderline poverty"
    labels = {"uz": "“Kambag'allik chegarasidagi oila”", "ru": "Семья на грани бедности"}
    reference = ["UP258", "PKM35"]

    def formula_2026_02(household, period):
        """In the range above the line, having left a poorer category or met a hard life situation."""
        return (
            household("family_has_members", period)
            & ~household("below_poverty_line", period)
            & household("in_borderline_range", period)
            & household("assets_within_limits", period)
            & (household("left_poorer_category", period) | household("hard_life_situation", period))
        )


class social_register_category(Variable):
    value_type = Enum
    possible_values = SocialRegisterCategory
    default_value = SocialRegisterCategory.none
    entity = Household
    definition_period = MONTH
    label = "Category of the family in the register"
    labels = {"uz": "Oilaning reyestrdagi toifasi", "ru": "Категория семьи в реестре"}
    reference = ["UP84 item 2", "UP258", "PKM35"]

    def formula_2025_05_15(household, period):
        """Red, yellow or green (UP84)."""
        return select(
            [
                household("is_red_family", period),
                household("is_yellow_family", period),
                household("is_green_family", period),
            ],
            [SocialRegisterCategory.red, SocialRegisterCategory.yellow, SocialRegisterCategory.green],
            default=SocialRegisterCategory.none,
        )

    def formula_2026_02(household, period):
        """State-supported, poor or borderline (UP258)."""
        return select(
            [
                household("is_state_supported_family", period),
                household("is_poor_family", period),
                household("is_borderline_family", period),
            ],
            [SocialRegisterCategory.state_supported, SocialRegisterCategory.poor, SocialRegisterCategory.borderline],
            default=SocialRegisterCategory.none,
        )


class in_social_register(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "The family is in the register of its day"
    labels = {"uz": "Oila reyestrga kiritilgan", "ru": "Семья включена в реестр"}
    reference = ["PKM122", "PKM654", "UP143", "UP84 item 2", "UP258", "PKM35"]

    def formula_2021_03_05(household, period):
        """A low-income family, in the Single Registry of Social Protection."""
        return household("application_examined", period) & household("is_low_income_family", period)

    def formula_2024_12(household, period):
        """A low-income family, in the register of poor families beside it (UP143)."""
        return household("application_examined", period) & household("is_low_income_family", period)

    def formula_2025_05_15(household, period):
        """A red or yellow family; a green one is at risk of entering (UP84)."""
        poor = household("is_red_family", period) | household("is_yellow_family", period)
        return household("application_examined", period) & poor

    def formula_2026_02(household, period):
        """A state-supported or poor family (UP258)."""
        poor = household("is_state_supported_family", period) | household("is_poor_family", period)
        return household("application_examined", period) & poor


class review_after_months(Variable):
    value_type = int
    entity = Household
    definition_period = MONTH
    label = "Months after which the family is assessed again; zero where no review is set"
    unit = "month"
    reference = "PKM35"

    def formula_2026_02(household, period, parameters):
        """A year for a state-supported family, half a year for a poor one."""
        law = parameters(period).social_register.review_months
        return select(
            [household("is_state_supported_family", period), household("is_poor_family", period)],
            [law.state_supported, law.poor],
            default=0,
        )


# Conditions of payment, from February 2026


class in_paid_category(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "The family is state-supported, poor or in borderline poverty"
    labels = {"uz": "Oila nafaqa to'lanadigan toifada", "ru": "Семья в категории, которой положена выплата"}
    reference = ["UP258", "PKM35"]

    def formula_2026_02(household, period):
        """One of the three categories of the Social Register."""
        return (
            household("is_state_supported_family", period)
            | household("is_poor_family", period)
            | household("is_borderline_family", period)
        )


class months_as_poor_family(Variable):
    value_type = int
    entity = Household
    definition_period = MONTH
    label = "Which month of the award in the Social Register this is"
    unit = "month"
    reference = ["UP258", "PKM35"]

    def formula_2026_02(household, period, parameters):
        """The month of the award, but none before the Social Register began."""
        start = parameters(period).social_register.start
        years = period.start.year - start.year
        since_start = years * MONTHS_IN_YEAR + period.start.month - start.month + 1
        return minimum(household("benefit_month", period), since_start)


class within_employment_grace(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "Within the first six months of a first award"
    labels = {"uz": "Birinchi tayinlashning dastlabki olti oyi", "ru": "Первые шесть месяцев первого назначения"}
    reference = "UP258"

    def formula_2026_02(household, period, parameters):
        """Six months, not given again to a family that was suspended."""
        law = parameters(period).social_register
        early = household("months_as_poor_family", period) <= law.employment_grace_months
        return early & ~household("suspended_before", period)


class able_bodied_members_employed(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "All members who may be required to work are formally employed"
    labels = {
        "uz": "Mehnatga layoqatli a'zolarning rasmiy bandligi ta'minlangan",
        "ru": "Трудоспособные члены семьи официально заняты",
    }
    reference = "UP258"

    def formula_2026_02(household, period):
        """No member able to work is without formal work."""
        members = household.members
        return ~household.any(members("is_able_to_work", period) & ~members("works_formally", period))


class employment_condition_met(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "Not a poor family, or in its first six months, or with all able-bodied members formally employed"
    labels = {"uz": "Bandlik sharti bajarilgan", "ru": "Условие занятости выполнено"}
    reference = "UP258"

    def formula_2026_02(household, period):
        """Payment to a poor family is suspended when its able-bodied members have no formal work after six months."""
        return (
            ~household("is_poor_family", period)
            | household("within_employment_grace", period)
            | household("able_bodied_members_employed", period)
        )


class months_as_borderline_family(Variable):
    value_type = int
    entity = Household
    definition_period = MONTH
    label = "Which month after the month of transfer this is; one where no day of transfer is stated"
    unit = "month"
    reference = "UP258"

    def formula_2026_02(household, period):
        """Counted from the month after the transfer."""
        transfer = household("borderline_transfer_date", period)
        return where(happened(transfer), calendar_months_between(transfer, first_day(period)), 1)


class borderline_months_not_over(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "Not a borderline family, or within the six months after the month of transfer"
    labels = {
        "uz": "O'tkazilgan oydan keyingi olti oy tugamagan",
        "ru": "Шесть месяцев после перевода не истекли",
    }
    reference = "UP258"

    def formula_2026_02(household, period, parameters):
        """The first to the sixth month after the month of transfer."""
        law = parameters(period).social_register.borderline
        month = household("months_as_borderline_family", period)
        return ~household("is_borderline_family", period) | ((month >= 1) & (month <= law.months))


class register_benefit_share(Variable):
    value_type = float
    entity = Household
    definition_period = MONTH
    label = "Share of the full benefit that the family's category brings"
    labels = {"uz": "To'liq nafaqaning to'lanadigan ulushi", "ru": "Доля полного размера пособия"}
    unit = "/1"
    reference = ["UP258", "PKM35"]

    def formula_2026_02(household, period, parameters):
        """Full for state-supported and poor families, two reduced steps for borderline ones."""
        law = parameters(period).social_register.borderline
        line = parameters(period).base.minimum_consumption_expenditure
        months = parameters(period).low_income_family.income_months
        first_step = law.tier_limit * line * household("family_members", period) * months
        return select(
            [
                household("is_state_supported_family", period) | household("is_poor_family", period),
                household("is_borderline_family", period) & (household("family_income", period) <= first_step),
                household("is_borderline_family", period),
            ],
            [1, law.rate_tier_1, law.rate_tier_2],
            default=0,
        )


# Packages for state-supported families


class register_package_eligible(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "Entitled to the packages for state-supported families"
    labels = {"uz": "Ijtimoiy yordam paketiga haqli", "ru": "Имеет право на пакет социальной помощи"}
    reference = "UP258"

    def formula_2026_02(household, period):
        """A state-supported family whose application has been examined."""
        return household("is_state_supported_family", period) & household("application_examined", period)


class solar_subsidy_limit(Variable):
    value_type = float
    entity = Household
    definition_period = MONTH
    label = "Highest subsidy for solar panels of 7 to 10 kW"
    labels = {"uz": "Quyosh panellari uchun subsidiya chegarasi", "ru": "Предел субсидии на солнечные панели"}
    unit = "currency"
    reference = "UP258"

    def formula_2026_02(household, period, parameters):
        """100 base calculation units."""
        limit = parameters(period).social_register.package.solar_subsidy * parameters(period).base.base_calculation_unit
        return where(household("register_package_eligible", period), round_to_unit(limit), 0)


class register_loan_limit(Variable):
    value_type = float
    entity = Household
    definition_period = MONTH
    label = "Highest subsidised loan"
    labels = {"uz": "Imtiyozli kredit chegarasi", "ru": "Предел льготного кредита"}
    unit = "currency"
    reference = "UP258"

    def formula_2026_02(household, period, parameters):
        """75 base calculation units."""
        limit = parameters(period).social_register.package.loan * parameters(period).base.base_calculation_unit
        return where(household("register_package_eligible", period), round_to_unit(limit), 0)


class register_loan_years(Variable):
    value_type = int
    entity = Household
    definition_period = MONTH
    label = "Term of the subsidised loan"
    unit = "year"
    reference = "UP258"

    def formula_2026_02(household, period, parameters):
        """Four years."""
        years = parameters(period).social_register.package.loan_years
        return where(household("register_package_eligible", period), years, 0)


class register_loan_grace_years(Variable):
    value_type = int
    entity = Household
    definition_period = MONTH
    label = "Years of the subsidised loan before repayment begins"
    unit = "year"
    reference = "UP258"

    def formula_2026_02(household, period, parameters):
        """One year."""
        years = parameters(period).social_register.package.loan_grace_years
        return where(household("register_package_eligible", period), years, 0)
