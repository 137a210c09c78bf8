"""Dismissal insurance from 2030, as Decree UP-206 announces it, with the ILO's least amounts for want of published ones."""

from openfisca_country.law import (
    MONTH,
    Person,
    Reform,
    Variable,
    add_days,
    add_weeks,
    days_in_force,
    days_in_month,
    maximum,
    minimum,
    round_to_unit,
    where,
)

UP206 = {
    "title": "Decree: assigning and paying state social insurance payments (UP-206)",
    "href": "https://xs.uz/en/post/temporary-disability-benefits-to-be-assigned-proactively",
}
C168 = "ILO Employment Promotion and Protection against Unemployment Convention, 1988 (No. 168)"
C168_LINK = "https://www.ilo.org/dyn/normlex/en/f?p=NORMLEXPUB:12100:0::NO::P12100_ILO_CODE:C168"


def standard(description, unit, value, article):
    """Write down a number of the Convention, taken as an illustration: the decree publishes none."""
    return {
        "description": description,
        "metadata": {"unit": unit},
        "values": {
            "2030-01-01": {
                "value": value,
                "metadata": {
                    "unit": unit,
                    "reference": [{"title": f"{C168}, {article}", "href": C168_LINK}, UP206],
                    "confidence": "inferred",
                },
            }
        },
    }


PARAMETERS = {
    "description": "Dismissal insurance of the State Social Insurance Fund (an illustration)",
    "rate": standard("Share of previous earnings that the insurance pays", "/1", 0.50, "Art. 15(1)(a)"),
    "weeks": standard("Weeks for which the insurance pays", "week", 26, "Art. 19(2)(a)"),
}


class has_dismissal_insurance_record(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Has a record of state social insurance"
    labels = {"uz": "Sug'urta stajiga ega", "ru": "Имеет страховой стаж"}
    reference = "UP206"

    def formula_2030(person, period):
        """Any record: the decree ties the payment to a least record whose length is not published."""
        return person("insured_months", period) > 0


class dismissal_insurance_days(Variable):
    value_type = int
    entity = Person
    definition_period = MONTH
    label = "Days of the month for which dismissal insurance is due"
    unit = "day"
    reference = "UP206"

    def formula_2030(person, period, parameters):
        """From the application for the weeks of the insurance, or to the day before a new job."""
        applied = person("unemployment_registration_date", period)
        full_term = add_days(add_weeks(applied, parameters(period).dismissal_insurance.weeks), -1)
        day_before_job = add_days(person("job_start_date", period), -1)
        return days_in_force(applied, minimum(full_term, day_before_job), period)


class within_dismissal_insurance_term(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Within the weeks for which dismissal insurance is paid"
    labels = {"uz": "To'lov muddati ichida", "ru": "В пределах срока выплаты страхования от увольнения"}
    reference = "UP206"

    def formula_2030(person, period):
        """At least a day of the month lies within them."""
        return person("dismissal_insurance_days", period) > 0


class dismissal_insurance_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Entitled to dismissal insurance"
    labels = {
        "uz": "Ishdan bo'shatilganda sug'urta to'loviga haqli",
        "ru": "Имеет право на страховую выплату при увольнении",
    }
    reference = "UP206"

    def formula_2030(person, period):
        """Contract ended, insured, recognised as unemployed, meeting the duties, within the weeks paid."""
        return (
            person("employment_contract_ended", period)
            & person("has_dismissal_insurance_record", period)
            & person("recognised_as_unemployed", period)
            & person("meets_unemployment_duties", period)
            & person("within_dismissal_insurance_term", period)
        )


class dismissal_insurance_benefit(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Dismissal insurance benefit"
    labels = {"uz": "Ishdan bo'shatilganda sug'urta to'lovi", "ru": "Страховая выплата при увольнении"}
    unit = "currency/month"
    reference = "UP206"

    def formula_2030(person, period, parameters):
        """Half of previous earnings, for the days due in the month."""
        amount = parameters(period).dismissal_insurance.rate * person("previous_average_wage", period)
        share = person("dismissal_insurance_days", period) / days_in_month(period)
        return where(person("dismissal_insurance_eligible", period), round_to_unit(amount * share), 0)


class unemployment_benefit(Variable):
    label = "Unemployment benefit"
    labels = {"uz": "Ishsizlik nafaqasi", "ru": "Пособие по безработице"}
    reference = ["UP126 item 3", "UP206"]

    def formula_2030(person, period):
        """Whichever is higher in the month: the benefit of the present rules or the insurance."""
        return maximum(
            person("unemployment_benefit_of_present_rules", period), person("dismissal_insurance_benefit", period)
        )


class DismissalInsurance2030(Reform):
    """Dismissal insurance of the Social Insurance Fund beside the benefit of UP-126, from 2030."""

    title = "Dismissal insurance of the Social Insurance Fund from 2030, at the least level of ILO Convention No. 168"
    reference = (
        "UP-206 of 2025-11-03 announces the insurance for 2030-01-01 without amounts; 50 % of previous earnings for 26 weeks"
        " (ILO C168 Art. 15 and 19) stand in for them"
    )

    def apply(self):
        self.add_parameters("dismissal_insurance", PARAMETERS)
        present = self.get_variable("unemployment_benefit")

        class unemployment_benefit_of_present_rules(Variable):
            value_type = float
            entity = Person
            definition_period = MONTH
            label = "Unemployment benefit under the present rules"
            labels = {"uz": "Amaldagi qoidalar bo'yicha nafaqa", "ru": "Пособие по действующим правилам"}
            unit = "currency/month"
            reference = "UP126 item 3"
            formula_2030 = present.get_formula("2030-01-01")

        for variable in (
            has_dismissal_insurance_record,
            dismissal_insurance_days,
            within_dismissal_insurance_term,
            dismissal_insurance_eligible,
            dismissal_insurance_benefit,
            unemployment_benefit_of_present_rules,
        ):
            self.add_variable(variable)
        self.update_variable(unemployment_benefit)
