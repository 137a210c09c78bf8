"""How each column of the example survey comes about, in one sentence each; the documentation shows this table."""

RULES: dict[str, str] = {
    "role": "Head: the adult listed first. Spouse: the first married person of the other sex, within 20 years of a "
    "married head. Child: never married and 15 to 45 years younger than head or spouse. Else other.",
    "birth_date": "The age of the survey on the last day of the period; the day is drawn from the year before it.",
    "sex": "As in the survey.",
    "marital_status": "As in the survey.",
    "is_student": "7 to 17 and not at work; 18 to 22, outside the labour force, with 11 years of schooling.",
    "disability_group": "Drawn: 1.4 % of children; of adults 2.5 % below 60 (0.4 times that at work, 1.8 times "
    "otherwise) and 5.5 % from 60, split over the groups.",
    "working_capacity_loss": "By group: 0.9, 0.7, 0.4.",
    "activity_status": "At work from 16 on as in the survey: formal employees are the country's share, by schooling, "
    "town, expenditure and chance; of the rest 65 % (rural) or 5 % (urban) are farmers, the others self-employed. "
    "Informal employees count as self-employed. Unemployed as in the survey.",
    "is_formally_employed": "Employees.",
    "wage": "Log-normal by schooling, sex, experience, town, the household's expenditure a head, and chance; not below "
    "the minimum wage; its mean over employees is the country's average wage. For the unemployed: what they "
    "earned before the loss.",
    "wage@": "0 in the months after a job loss, and during maternity leave; not stated otherwise.",
    "self_employment_income": "0.7 of the wage of a like person.",
    "farm_income": "Farmers: 0.5 of the wage of a like person. Half of the other rural households: a plot that gives "
    "8 % of the average wage.",
    "property_income": "A tenth of the heads in the richest fifth: 20 % of the average wage.",
    "remittances": "Heads: of 60 % of households where nobody works, of 8 % of the others: 30 % of the average wage.",
    "is_herder": "Rural farmers, by the country's share.",
    "service_years": "A share of the years between school and 60: 0.5 to 1 for employees; 0.2 to 0.9 for 70 % of the "
    "other adults, none for the rest.",
    "service_years_before_1998": "The same share of the years before 1998.",
    "insured_months": "Twelve a year of service.",
    "insured_months_in_a_row": "Employees: up to ten years, drawn, and no more than there are.",
    "pension_reference_wage": "The wage of a like person, for those with service.",
    "job_loss_date": "Unemployed with a record: the end of a month, in the twelve months up to the last of the period.",
    "is_registered_unemployed": "Half of the unemployed.",
    "unemployment_registration_date": "The tenth of the month after the loss.",
    "previous_average_wage": "Employees and those who lost a job: their wage.",
    "worked_months_in_lookback": "Insured months of those who lost a job, up to 60.",
    "unemployment_insured_months": "Insured months of those who lost a job.",
    "unemployment_insured_months_in_a_row": "The same, up to five years, drawn.",
    "childbirth_date": "The mother of a child under one (head or spouse of 16 to 49 first): the day it was born.",
    "childbirth_order": "The number of children in her household.",
    "birth_grant_claim_date": "14 days after the birth.",
    "is_pregnant": "Mothers of a child under one: before the birth the law looks at the dates.",
    "pregnancy_start_date": "280 days before the birth.",
    "maternity_leave_start": "Mothers in formal work: 70 days before the birth; 126 days in all.",
    "cares_for_small_or_disabled_child": "Mothers outside the labour force with a child under three.",
    "cares_for_member_in_need": "The same.",
    "lost_breadwinner": "Minor children of a widowed head.",
    "deceased_reference_wage": "For them, the wage of a person like the head.",
    "is_rural": "As in the survey.",
    "has_household_plot": "Somebody has income from farming.",
    "share_of_children_worse_off": "The share of children in households that spend less a head.",
    "weight": "As in the survey; 1 in the census.",
}
"""Column of the vocabulary -> how it is made; ``wage@`` stands for the month columns."""
