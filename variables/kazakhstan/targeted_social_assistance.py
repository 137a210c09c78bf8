"""Targeted social assistance: the gap between income per head in the quarter before and the poverty line of the region."""

from openfisca_country.law import (
    ADD,
    MONTH,
    Household,
    Person,
    Variable,
    happened,
    last_day,
    maximum,
    quarter_before,
    round_to_unit,
    round_up,
    where,
)

# What the family states


class gave_false_data(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "Gave false data for the assistance within the last six months"
    labels = {"kk": "Соңғы алты айда жалған мәлімет берген", "ru": "За последние шесть месяцев дала ложные сведения"}
    reference = ["ASP2001", "R320", "R227"]


class nonproductive_livestock_income(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = (
        "Part of farm income set down for working horses and camels, for stock without offspring for up to a year,"
        " and for young stock neither sold nor given away"
    )
    labels = {
        "kk": "Жұмыс малы мен төл бермеген малға есептелген табыс",
        "ru": "Доход, начисленный на рабочий и не давший приплода скот",
    }
    unit = "currency/month"
    reference = ["R237OLD paras 31-33", "R181"]


class locally_exempt_farm_income(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Part of farm income from livestock or land that the local authority declares to give no income"
    labels = {
        "kk": "Жергілікті орган табыс бермейді деп таныған мал мен жер табысы",
        "ru": "Доход от скота и земли, признанных местными органами не приносящими дохода",
    }
    unit = "currency/month"
    reference = ["R237OLD", "R181"]


class other_benefits_received(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Payments that count as income and are not worked out here, such as those of employment measures"
    labels = {
        "kk": "Айда алынған, табысқа есептелетін өзге төлемдер",
        "ru": "Иные учитываемые выплаты, полученные за месяц",
    }
    unit = "currency/month"
    reference = ["R237OLD", "R181"]


class consumer_loans_received(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Loans other than a mortgage, received in the month"
    labels = {"kk": "Айда алынған ипотекадан басқа қарыздар", "ru": "Неипотечные займы, полученные за месяц"}
    unit = "currency/month"
    reference = "R181"


class announced_poverty_line(Variable):
    value_type = float
    entity = Household
    definition_period = MONTH
    label = "Poverty line that the region announced for the quarter; zero where none is stated"
    labels = {"kk": "Өңір тоқсанға жариялаған кедейлік шегі", "ru": "Черта бедности, объявленная регионом на квартал"}
    unit = "currency/month"
    reference = ["ASP2001", "R160"]


class regional_median_income(Variable):
    value_type = float
    entity = Household
    definition_period = MONTH
    label = "Median income per head of the region in the quarter before, by the Digital Family Card; zero if not known"
    labels = {
        "kk": "Өңірдегі жан басына шаққандағы медианалық табыс, өткен тоқсан",
        "ru": "Медианный доход на душу в регионе за прошлый квартал",
    }
    unit = "currency/month"
    reference = "R160"


# The family


class family_members(Variable):
    value_type = int
    entity = Household
    definition_period = MONTH
    label = "Members of the family whose income is tested"
    unit = "person"
    reference = ["ASP2001", "SC2023"]

    def formula(household, period):
        """The members on the first day of the month."""
        return household.sum(household.members("is_family_member", period))


class family_has_members(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "At least one person of the family lives in the household and is registered there"
    labels = {"kk": "Отбасының кемінде бір мүшесі бар", "ru": "В семье есть хотя бы один зарегистрированный член"}
    reference = ["ASP2001", "SC2023"]

    def formula(household, period):
        """One member makes a family: a person living alone is one."""
        return household("family_members", period) >= 1


class has_status_for_assistance(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "A member is a citizen, a kandas, a refugee, or lives permanently in Kazakhstan"
    labels = {
        "kk": "Мүшелердің бірі азамат, қандас, босқын немесе Қазақстанда тұрақты тұрады",
        "ru": "Один из членов гражданин, кандас, беженец или постоянно живёт в Казахстане",
    }
    reference = ["ASP2001", "SC2023"]

    def formula(household, period):
        """Who may apply: one such member."""
        members = household.members
        status = members("has_status_for_family_benefits", period) | members("is_refugee", period)
        return household.any(members("is_family_member", period) & status)


# Income of the quarter before


class wages_of_quarter(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Wages of the quarter before, after what must be withheld"
    labels = {
        "kk": "Өткен тоқсандағы жалақы, ұстап қалудан кейін",
        "ru": "Заработок за прошлый квартал после удержаний",
    }
    unit = "currency"
    reference = ["R237OLD", "R181"]

    def formula(person, period):
        """The wage of each month less its income tax and contributions."""
        return person("net_wage", quarter_before(period), options=[ADD])


class benefits_of_quarter(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Pensions and benefits of the person in the quarter before that count as income"
    labels = {
        "kk": "Өткен тоқсандағы табысқа есептелетін зейнетақылар мен жәрдемақылар",
        "ru": "Учитываемые пенсии и пособия за прошлый квартал",
    }
    unit = "currency"
    reference = ["R237OLD para 8", "R181"]

    def formula_2015(person, period, parameters):
        """All of them but the disability benefit of a child and the benefit for raising it, where these are left out."""
        excluded = parameters(period).targeted_social_assistance.excluded_income
        quarter = quarter_before(period)
        disability = person("disability_benefit", quarter, options=[ADD])
        raising = person("disabled_child_carer_benefit", quarter, options=[ADD])
        is_child = person("age", period) < excluded.child_age
        return (
            person("old_age_pension", quarter, options=[ADD])
            + person("social_pension", quarter, options=[ADD])
            + person("survivor_benefit", quarter, options=[ADD])
            + person("unemployment_benefit", quarter, options=[ADD])
            + person("maternity_benefit", quarter, options=[ADD])
            + person("sickness_benefit", quarter, options=[ADD])
            + where(is_child & excluded.child_disability_benefit, 0, disability)
            + person("care_benefit", quarter, options=[ADD])
            - where(excluded.disabled_child_carer_benefit, raising, 0)
        )


class income_of_three_months(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Counted income of the calendar quarter before"
    labels = {"kk": "Өткен тоқсандағы есептелетін табыс", "ru": "Учитываемый доход за прошлый квартал"}
    unit = "currency"
    reference = ["R237OLD", "R181", "SC2023 Art. 127(2)"]

    def formula_2015(person, period):
        """Wages, business, plot and livestock, property, money received, alimony, pensions and benefits."""
        quarter = quarter_before(period)
        farm = (
            person("farm_income", quarter, options=[ADD])
            - person("nonproductive_livestock_income", quarter, options=[ADD])
            - person("locally_exempt_farm_income", quarter, options=[ADD])
        )
        return (
            person("wages_of_quarter", period)
            + person("self_employment_income", quarter, options=[ADD])
            + maximum(farm, 0)
            + person("property_income", quarter, options=[ADD])
            + person("remittances", quarter, options=[ADD])
            + person("alimony_received", quarter, options=[ADD])
            + person("other_income", quarter, options=[ADD])
            + person("other_benefits_received", quarter, options=[ADD])
            + person("benefits_of_quarter", period)
        )


class family_benefits_of_quarter(Variable):
    value_type = float
    entity = Household
    definition_period = MONTH
    label = "Benefits of the family as a whole in the quarter before that count as income"
    unit = "currency"
    reference = ["R237OLD para 8", "R181"]

    def formula_2015(household, period, parameters):
        """The benefit of mothers with an award and the large-family benefit, unless they are left out."""
        excluded = parameters(period).targeted_social_assistance.excluded_income
        quarter = quarter_before(period)
        awards = household.sum(household.members("awarded_mother_benefit", quarter, options=[ADD]))
        large_family = household("large_family_benefit", quarter, options=[ADD])
        return where(excluded.awarded_mother_benefit, 0, awards) + where(excluded.large_family_benefit, 0, large_family)


class loans_counted(Variable):
    value_type = float
    entity = Household
    definition_period = MONTH
    label = "Loans other than a mortgage, received in the quarter before, that count as income"
    labels = {
        "kk": "Табысқа есептелетін ипотекадан басқа қарыздар, өткен тоқсан",
        "ru": "Неипотечные займы прошлого квартала, учитываемые как доход",
    }
    unit = "currency"
    reference = "R181"

    def formula_2025_09(household, period, parameters):
        """All such loans of the members."""
        members = household.members
        loans = members("consumer_loans_received", quarter_before(period), options=[ADD])
        received = household.sum(loans * members("is_family_member", period))
        return where(parameters(period).targeted_social_assistance.count_consumer_loans, received, 0)


class family_income(Variable):
    value_type = float
    entity = Household
    definition_period = MONTH
    label = "Aggregate income of the family in the quarter before"
    labels = {"kk": "Отбасының өткен тоқсандағы жиынтық табысы", "ru": "Совокупный доход семьи за прошлый квартал"}
    unit = "currency"
    reference = ["R237OLD", "R181", "SC2023 Art. 127(2)"]

    def formula_2015(household, period):
        """The members' income and the benefits of the family; from September 2025 loans as well."""
        members = household.members
        earned = household.sum(members("income_of_three_months", period) * members("is_family_member", period))
        return earned + household("family_benefits_of_quarter", period) + household("loans_counted", period)


class family_income_per_member(Variable):
    value_type = float
    entity = Household
    definition_period = MONTH
    label = "Average monthly income per member of the family"
    labels = {
        "kk": "Отбасының әрбір мүшесіне шаққандағы орташа айлық табыс",
        "ru": "Среднедушевой доход семьи в месяц",
    }
    unit = "currency/month"
    reference = ["R237OLD", "R181", "SC2023 Art. 127(2)"]

    def formula_2015(household, period, parameters):
        """Income of the quarter, divided by three and by the number of members."""
        months = parameters(period).targeted_social_assistance.income_months
        return household("family_income", period) / months / maximum(household("family_members", period), 1)


# The poverty line


class published_poverty_line(Variable):
    value_type = float
    entity = Household
    definition_period = MONTH
    label = "Poverty line of the region and quarter, where its announcement was seen"
    unit = "currency/month"
    reference = ["ASP2001", "R160"]

    def formula_2020(household, period, parameters):
        """Astana."""
        line = parameters(period).targeted_social_assistance.poverty_line.announced.astana
        region = household("region", period)
        return where(region == region.possible_values.astana, line, 0)

    def formula_2020_04(household, period):
        """None was seen."""
        return household.filled_array(0)

    def formula_2023_04(household, period, parameters):
        """Shymkent."""
        line = parameters(period).targeted_social_assistance.poverty_line.announced.shymkent
        region = household("region", period)
        return where(region == region.possible_values.shymkent, line, 0)

    def formula_2023_07(household, period):
        """None was seen."""
        return household.filled_array(0)

    def formula_2024_07(household, period, parameters):
        """Aktobe region."""
        line = parameters(period).targeted_social_assistance.poverty_line.announced.aktobe
        region = household("region", period)
        return where(region == region.possible_values.aktobe, line, 0)

    def formula_2025(household, period):
        """None was seen."""
        return household.filled_array(0)

    def formula_2026(household, period, parameters):
        """Aktobe region."""
        line = parameters(period).targeted_social_assistance.poverty_line.announced.aktobe
        region = household("region", period)
        return where(region == region.possible_values.aktobe, line, 0)

    def formula_2026_04(household, period):
        """None was seen."""
        return household.filled_array(0)


class poverty_line_base(Variable):
    value_type = float
    entity = Household
    definition_period = MONTH
    label = "Subsistence minimum of which the poverty line is a share"
    labels = {
        "kk": "Кедейлік шегі есептелетін ең төменгі күнкөріс деңгейі",
        "ru": "Прожиточный минимум, от которого считается черта бедности",
    }
    unit = "currency/month"
    reference = ["ASP2001", "R160"]

    def formula_2015(household, period, parameters):
        """That of the region in the quarter before; where it is not known, that of the budget law stands in."""
        regional = household("regional_subsistence_minimum", period)
        return where(regional > 0, regional, parameters(period).base.subsistence_minimum)


class computed_poverty_line(Variable):
    value_type = float
    entity = Household
    definition_period = MONTH
    label = "Poverty line by the shares of the law"
    unit = "currency/month"
    reference = ["ASP2001", "AMEND2015", "R160"]

    def formula_2015(household, period, parameters):
        """40, from 2018 50, from April 2019 70 % of the subsistence minimum."""
        share = parameters(period).targeted_social_assistance.poverty_line.subsistence_share
        return round_to_unit(share * household("poverty_line_base", period))

    def formula_2025(household, period, parameters):
        """35 % of the median income of the region, but not below 70 % of its subsistence minimum (R160)."""
        law = parameters(period).targeted_social_assistance.poverty_line
        floor = round_to_unit(law.subsistence_share * household("poverty_line_base", period))
        return maximum(round_to_unit(law.median_share * household("regional_median_income", period)), floor)


class poverty_line(Variable):
    value_type = float
    entity = Household
    definition_period = MONTH
    label = "Poverty line of the region, per person"
    labels = {"kk": "Өңірдің кедейлік шегі, бір адамға", "ru": "Черта бедности региона, на человека"}
    unit = "currency/month"
    reference = ["ASP2001", "AMEND2015", "R160"]

    def formula_2015(household, period):
        """The line announced, as stated or as seen; otherwise the line by the shares of the law."""
        stated = household("announced_poverty_line", period)
        published = household("published_poverty_line", period)
        known = where(stated > 0, stated, published)
        return where(known > 0, known, household("computed_poverty_line", period))


class below_poverty_line(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "Family income per member is below the poverty line"
    labels = {
        "kk": "Отбасының әрбір мүшесіне шаққандағы табыс кедейлік шегінен төмен",
        "ru": "Доход на члена семьи ниже черты бедности",
    }
    reference = ["ASP2001", "SC2023 Art. 120", "R160"]

    def formula_2015(household, period, parameters):
        """Below, not at, the line."""
        months = parameters(period).targeted_social_assistance.income_months
        line = household("poverty_line", period) * household("family_members", period) * months
        return household("family_income", period) < line


# The application


class no_false_data_given(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "The family gave no false data within the last six months"
    labels = {"kk": "Отбасы соңғы алты айда жалған мәлімет бермеген", "ru": "Семья не давала ложных сведений"}
    reference = ["ASP2001", "R320", "R227"]

    def formula(household, period):
        """False data bar the family, and what was paid is recovered."""
        return ~household("gave_false_data", period)


class assistance_award_runs(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "The award covers the month, or no application is stated"
    labels = {"kk": "Тағайындау осы айды қамтиды", "ru": "Назначение действует в этом месяце"}
    reference = ["ASP2001", "SC2023 Art. 122(2)"]

    def formula(household, period):
        """Paid from the month of the application."""
        applied = household("benefit_application_date", period)
        return ~happened(applied) | (applied <= last_day(period))

    def formula_2020(household, period):
        """Paid from the month of the application to the end of its calendar quarter."""
        applied = household("benefit_application_date", period)
        in_quarter = (applied > last_day(quarter_before(period))) & (applied <= last_day(period))
        return ~happened(applied) | in_quarter


# Entitlement


class targeted_social_assistance_eligible(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "Entitled to targeted social assistance"
    labels = {
        "kk": "Атаулы әлеуметтік көмек алуға құқылы",
        "ru": "Имеет право на адресную социальную помощь",
    }
    reference = ["ASP2001", "AMEND2015", "SC2023 Art. 120", "SC2023 Art. 122"]

    def formula_2015(household, period):
        """A family of this status, below the line; the conditions of work before 2018 are not modelled."""
        return (
            household("family_has_members", period)
            & household("has_status_for_assistance", period)
            & household("below_poverty_line", period)
            & household("no_false_data_given", period)
            & household("assistance_award_runs", period)
        )

    def formula_2018(household, period):
        """As before; and where a member is able to work, a social contract is kept and nobody refuses."""
        return (
            household("family_has_members", period)
            & household("has_status_for_assistance", period)
            & household("below_poverty_line", period)
            & household("family_social_contract_satisfied", period)
            & household("every_able_member_takes_part", period)
            & household("no_member_refused_work", period)
            & household("no_false_data_given", period)
            & household("assistance_award_runs", period)
        )


# Amount


class flat_amount_children(Variable):
    value_type = int
    entity = Household
    definition_period = MONTH
    end = "2019-12-31"
    label = "Children of the family who brought the flat amount of 2019: under 18, or full-time students under 23"
    unit = "child"
    reference = "ASP2001"

    def formula_2019_04(household, period, parameters):
        """How many there are."""
        law = parameters(period).targeted_social_assistance.flat_child
        members = household.members
        age = members("age", period)
        young = (age < law.age) | (members("is_student", period) & (age < law.student_age))
        return household.sum(young & members("is_family_member", period), role=Household.CHILD)


class poverty_gap_payment(Variable):
    value_type = float
    entity = Household
    definition_period = MONTH
    label = "Payment of the gap to the poverty line"
    labels = {
        "kk": "Кедейлік шегіне дейінгі айырма төлемі",
        "ru": "Выплата разницы до черты бедности",
    }
    unit = "currency/month"
    reference = ["ASP2001", "AMEND2015", "SC2023"]

    def formula_2015(household, period, parameters):
        """The gap of each member: the line less income per member, times the members."""
        months = parameters(period).targeted_social_assistance.income_months
        gap = household("poverty_line", period) * household("family_members", period) - (
            household("family_income", period) / months
        )
        return where(household("targeted_social_assistance_eligible", period), gap, 0)

    def formula_2019_04(household, period, parameters):
        """A flat amount for each child, the gap for each adult."""
        share = parameters(period).targeted_social_assistance.flat_child.share
        flat = round_up(share * parameters(period).base.subsistence_minimum)
        children = household("flat_amount_children", period)
        adults = household("family_members", period) - children
        gap = household("poverty_line", period) - household("family_income_per_member", period)
        return where(household("targeted_social_assistance_eligible", period), flat * children + gap * adults, 0)

    def formula_2020(household, period, parameters):
        """The gap of each member: the line less income per member, times the members."""
        months = parameters(period).targeted_social_assistance.income_months
        gap = household("poverty_line", period) * household("family_members", period) - (
            household("family_income", period) / months
        )
        return where(household("targeted_social_assistance_eligible", period), gap, 0)


class supplement_children(Variable):
    value_type = int
    entity = Household
    definition_period = MONTH
    label = "Children of the family from one to six years old, both included"
    unit = "child"
    reference = ["ASP2001", "SC2023"]

    def formula_2023(household, period, parameters):
        """How many there are on the first day of the month."""
        law = parameters(period).targeted_social_assistance.child_supplement
        members = household.members
        age = members("age", period)
        of_age = (age >= law.from_age) & (age <= law.to_age)
        return household.sum(of_age & members("is_family_member", period), role=Household.CHILD)


class child_supplement_in_full(Variable):
    value_type = float
    entity = Household
    definition_period = MONTH
    label = "Supplement for the children from one to six, where the family is entitled"
    unit = "currency/month"
    reference = ["ASP2001", "SC2023"]

    def formula_2023(household, period, parameters):
        """One and a half indices for each."""
        amount = parameters(period).targeted_social_assistance.child_supplement.amount
        return household("supplement_children", period) * amount * parameters(period).base.monthly_calculation_index


class child_supplement(Variable):
    value_type = float
    entity = Household
    definition_period = MONTH
    label = "Supplement for children from one to six, in a family with assistance"
    labels = {
        "kk": "Бір жастан алты жасқа дейінгі балаларға қосымша төлем",
        "ru": "Дополнительная выплата на детей от одного до шести лет",
    }
    unit = "currency/month"
    reference = ["ASP2001", "SC2023"]

    def formula_2023(household, period):
        """Paid beside the gap, and only with it."""
        return where(
            household("targeted_social_assistance_eligible", period), household("child_supplement_in_full", period), 0
        )


class targeted_social_assistance(Variable):
    value_type = float
    entity = Household
    definition_period = MONTH
    label = "Targeted social assistance"
    labels = {"kk": "Атаулы әлеуметтік көмек (АӘК)", "ru": "Адресная социальная помощь (АСП)"}
    unit = "currency/month"
    reference = ["ASP2001", "AMEND2015", "SC2023", "R160"]

    def formula_2015(household, period):
        """The gap."""
        return household("poverty_gap_payment", period)

    def formula_2023(household, period):
        """The gap, and the supplement for small children."""
        return household("poverty_gap_payment", period) + household("child_supplement", period)


class targeted_social_assistance_of_quarter(Variable):
    value_type = float
    entity = Household
    definition_period = MONTH
    label = "Targeted social assistance of a whole quarter, awarded from its first month"
    labels = {"kk": "Бүкіл тоқсандағы атаулы әлеуметтік көмек", "ru": "Адресная социальная помощь за целый квартал"}
    unit = "currency"
    reference = ["ASP2001", "SC2023 Art. 122(2)"]

    def formula_2020(household, period, parameters):
        """The same amount in each of its months."""
        months = parameters(period).targeted_social_assistance.assignment_months
        return household("targeted_social_assistance", period) * months
