"""Social contract: the pilot of 2021, the contracts of register families from 2025, the youth contract from 2026."""

import datetime

from openfisca_country.law import (
    ETERNITY,
    MONTH,
    NEVER,
    Household,
    Person,
    Variable,
    add_months,
    first_day,
    round_to_unit,
    where,
)

# What the parties state


class lives_in_pilot_district(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "Lives in one of the 28 districts and cities of the social-contract pilot"
    reference = "PKM-SC2021"


class awaits_payment_for_unemployed(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Is to receive a subsidy, stipend or other payment for the unemployed from public funds"
    reference = "PKM-SC2021"


class signed_social_contract(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Has signed a social contract with the employment centre"
    reference = ["PKM-SC2021", "UP143"]


class keeps_social_contract_duties(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    default_value = True
    label = "Uses the money as the social contract says"
    reference = "PKM-SC2021"


class works_or_studies_as_agreed(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    default_value = True
    label = "Works or studies as the contract of the family says"
    reference = "UP143"


class attends_health_checks(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    default_value = True
    label = "Attends health checks as the contract of the family says"
    reference = "UP143"


class cares_for_home(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    default_value = True
    label = "Keeps the home in order as the contract of the family says"
    reference = "UP143"


class youth_contract_date(Variable):
    value_type = datetime.date
    entity = Person
    definition_period = ETERNITY
    default_value = NEVER
    label = "Day the youth contract was signed"
    unit = "date"
    reference = "UP222"


class has_good_marks(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Has good marks"
    reference = "UP222"


class volunteers(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Does voluntary work"
    reference = "UP222"


class joins_five_initiatives(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Takes part in projects of the five initiatives"
    reference = "UP222"


class performs_youth_contract(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Performs the youth contract in good faith, by its monthly score"
    reference = ["UP222", "PKM312"]


class among_best_young_participants(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Is among the best participants of the year, by score"
    reference = ["UP222", "PKM312"]


# The pilot of 2021


class due_payment_for_unemployed(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Unemployed and about to receive a payment from public funds"
    labels = {"uz": "Ishsizlarga to'lov olish arafasida", "ru": "Должен получить выплату для безработных"}
    reference = "PKM-SC2021"

    def formula(person, period):
        """Recognised as unemployed, or about to receive another payment for the unemployed."""
        return person("recognised_as_unemployed", period) | person("awaits_payment_for_unemployed", period)


class social_contract_required(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Must conclude a social contract before payment"
    labels = {
        "uz": "To'lovdan oldin ijtimoiy shartnoma tuzishi shart",
        "ru": "Обязан заключить социальный договор до выплаты",
    }
    reference = "PKM-SC2021"

    def formula_2021_05(person, period):
        """Lives in a pilot district and is to be paid as unemployed, from 1 May to 1 December 2021."""
        return person.household("lives_in_pilot_district", period) & person("due_payment_for_unemployed", period)

    def formula_2021_12_02(person, period):
        """The pilot is over."""
        return person.filled_array(False)


class social_contract_in_force(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "A social contract is signed and its duties are met"
    labels = {"uz": "Ijtimoiy shartnoma tuzilgan va bajarilmoqda", "ru": "Социальный договор заключён и исполняется"}
    reference = "PKM-SC2021"

    def formula(person, period):
        """Signed with the employment centre, and the money used as agreed."""
        return person("signed_social_contract", period) & person("keeps_social_contract_duties", period)


class social_contract_satisfied(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "No social contract is required, or one is in force"
    labels = {
        "uz": "Ijtimoiy shartnoma talab etilmaydi yoki amalda",
        "ru": "Социальный договор не требуется или действует",
    }
    reference = "PKM-SC2021"

    def formula(person, period):
        """A payment covered by the pilot is payable only if no contract is required or one is in force."""
        return ~person("social_contract_required", period) | person("social_contract_in_force", period)


# Families of the register, from 2025


class register_contract_required(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Is helped into work, training or farming only under a social contract"
    labels = {
        "uz": "Faqat ijtimoiy shartnoma asosida ish, o'qish yoki dehqonchilikka jalb etiladi",
        "ru": "Помощь в работе, учёбе или хозяйстве только по социальному договору",
    }
    reference = "UP143"

    def formula_2025_01(person, period):
        """An able-bodied member of a register family."""
        return person("in_register_family", period) & person("is_able_bodied", period)


class register_contract_duties_met(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Meets the duties that the contract of a register family sets"
    labels = {
        "uz": "Reyestr oilasi shartnomasi majburiyatlarini bajaradi",
        "ru": "Исполняет обязанности по договору семьи из реестра",
    }
    reference = "UP143"

    def formula(person, period):
        """Work or study, health checks, care of the home."""
        return (
            person("works_or_studies_as_agreed", period)
            & person("attends_health_checks", period)
            & person("cares_for_home", period)
        )


class register_contract_satisfied(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Not bound to a family's social contract, or bound and keeping it"
    labels = {
        "uz": "Oila shartnomasi talab etilmaydi yoki bajarilmoqda",
        "ru": "Договор семьи не требуется или исполняется",
    }
    reference = "UP143"

    def formula(person, period):
        """Help in work, training and farming is given where no contract is required, or one is signed and kept."""
        return ~person("register_contract_required", period) | (
            person("signed_social_contract", period) & person("register_contract_duties_met", period)
        )


# The youth contract, from 2026


class youth_contract_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "May sign a youth contract"
    labels = {
        "uz": "Yoshlar ijtimoiy shartnomasini tuzishi mumkin",
        "ru": "Может заключить молодёжный социальный договор",
    }
    reference = "UP222"

    def formula_2026_02(person, period):
        """A young person of a register family who studies."""
        return (
            person("in_register_family", period)
            & person("of_youth_notebook_age", period)
            & person("is_student", period)
        )


class youth_contract_terms_met(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Meets the terms of the youth contract"
    labels = {"uz": "Yoshlar shartnomasi shartlarini bajaradi", "ru": "Выполняет условия молодёжного договора"}
    reference = "UP222"

    def formula(person, period):
        """Goes on studying, with good marks, voluntary work and projects of the five initiatives."""
        return (
            person("is_student", period)
            & person("has_good_marks", period)
            & person("volunteers", period)
            & person("joins_five_initiatives", period)
        )


class youth_contract_kept_long_enough(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Has performed the youth contract in good faith for six months"
    labels = {"uz": "Shartnomani olti oy vijdonan bajargan", "ru": "Шесть месяцев добросовестно исполняет договор"}
    reference = ["UP222", "PKM312"]

    def formula_2026_02(person, period, parameters):
        """Six full months have passed since the contract, performed in good faith."""
        law = parameters(period).social_contract
        reached = add_months(person("youth_contract_date", period), law.good_faith_months)
        return (reached <= first_day(period)) & person("performs_youth_contract", period)


class youth_contract_priority_aid_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Has priority for material aid under the youth contract"
    labels = {
        "uz": "Shartnoma bo'yicha navbatsiz moddiy yordamga haqli",
        "ru": "Имеет право на внеочередную материальную помощь",
    }
    reference = "UP222"

    def formula_2026_02(person, period):
        """The contract is open to the person, its terms are met, and six months have been performed."""
        return (
            person("youth_contract_eligible", period)
            & person("youth_contract_terms_met", period)
            & person("youth_contract_kept_long_enough", period)
        )


class month_of_youth_bonus(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "The yearly bonus is paid in this month"
    labels = {"uz": "Yillik mukofot shu oyda to'lanadi", "ru": "Ежегодная премия выплачивается в этом месяце"}
    reference = "PKM312"

    def formula_2026_02(person, period, parameters):
        """The bonus is paid each December."""
        law = parameters(period).social_contract.bonus
        return person.filled_array(period.start.month == law.month)


class youth_contract_bonus_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Entitled to the yearly bonus of the youth contract"
    labels = {"uz": "Yillik mukofotga haqli", "ru": "Имеет право на ежегодную премию"}
    reference = ["UP222", "PKM312"]

    def formula_2026_02(person, period):
        """In the youth notebook, six months performed, among the best, in December."""
        return (
            person("youth_notebook_eligible", period)
            & person("youth_contract_kept_long_enough", period)
            & person("among_best_young_participants", period)
            & person("month_of_youth_bonus", period)
        )


class youth_contract_bonus(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Yearly bonus of the youth contract"
    labels = {"uz": "Yoshlar shartnomasi bo'yicha yillik mukofot", "ru": "Ежегодная премия по молодёжному договору"}
    unit = "currency/month"
    reference = ["UP222", "PKM312"]

    def formula_2026_02(person, period, parameters):
        """Three base calculation units of the month."""
        bonus = parameters(period).social_contract.bonus.amount * parameters(period).base.base_calculation_unit
        return where(person("youth_contract_bonus_eligible", period), round_to_unit(bonus), 0)
