"""Social contract: who must work or take part in measures, on what grounds others need not, and what a breach does."""

from openfisca_country.law import MONTH, Enum, Household, Person, Variable, where


class WorkCapacity(Enum):
    not_stated = "Not stated: by age, disability and illness"
    able = "Recorded as able-bodied"
    unable = "Recorded as not able-bodied"


# What the family states, or the career centre records


class work_capacity(Variable):
    value_type = Enum
    possible_values = WorkCapacity
    default_value = WorkCapacity.not_stated
    entity = Person
    definition_period = MONTH
    label = "What the career centre records on whether the person is able-bodied"
    labels = {"kk": "Еңбекке қабілеттілігі туралы жазба", "ru": "Запись о трудоспособности"}
    reference = ["AMEND2015", "SC2023 Art. 122"]


class has_long_illness(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Has an illness for which sick leave may last over two months"
    labels = {
        "kk": "Екі айдан астам еңбекке жарамсыздық белгіленуі мүмкін ауруы бар",
        "ru": "Имеет заболевание со сроком нетрудоспособности более двух месяцев",
    }
    reference = ["AMEND2015", "SC2023 Art. 120(4)"]


class needs_outside_care(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Is old and in need of outside care and help"
    labels = {
        "kk": "Бөгде адамның күтіміне мұқтаж қарт адам",
        "ru": "Престарелый, нуждающийся в постороннем уходе и помощи",
    }
    reference = ["AMEND2015", "SC2023 Art. 120(4)"]


class cares_for_member_in_need(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Is the one who cares for the members of the family in need of care"
    labels = {
        "kk": "Отбасының күтімге мұқтаж мүшелеріне күтім жасайды",
        "ru": "Ухаживает за членами семьи, нуждающимися в уходе",
    }
    reference = ["AMEND2015", "SC2023 Art. 120(4)"]


class takes_part_in_employment_measures(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    default_value = True
    label = "Takes part in employment measures and, where needed, in social adaptation"
    labels = {
        "kk": "Жұмыспен қамтуға жәрдемдесу шараларына қатысады",
        "ru": "Участвует в мерах содействия занятости",
    }
    reference = ["AMEND2015", "SC2023 Art. 122(1)"]


class refused_employment_measures(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Refused, within the last six months, work or another measure that was offered"
    labels = {
        "kk": "Соңғы алты айда ұсынылған жұмыстан немесе шарадан бас тартты",
        "ru": "За последние шесть месяцев отказался от предложенной работы или мер занятости",
    }
    reference = ["AMEND2015", "R320", "R227"]


class family_signed_social_contract(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    default_value = True
    label = "The family has signed a social contract with the career centre"
    labels = {
        "kk": "Отбасы мансап орталығымен әлеуметтік келісімшарт жасасты",
        "ru": "Семья заключила социальный контракт с карьерным центром",
    }
    reference = ["AMEND2015", "SC2023 Art. 122(2)"]


class individual_plan_agreed(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    default_value = True
    label = "An individual plan of help is agreed: placement, training, grant, subsidised job or social adaptation"
    labels = {"kk": "Жеке көмек жоспары келісілген", "ru": "Согласован индивидуальный план помощи"}
    reference = ["AMEND2015", "R320", "R227"]


class breached_social_contract(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "The family has broken the social contract or the individual plan"
    labels = {"kk": "Отбасы әлеуметтік келісімшартты бұзды", "ru": "Семья нарушила социальный контракт"}
    reference = ["AMEND2015", "R320", "R227"]


# Who belongs to the family


class keeps_house_with_family(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Another person in the dwelling who keeps house together with the family"
    labels = {
        "kk": "Отбасымен бірге тұрып, ортақ шаруашылық жүргізеді",
        "ru": "Проживает с семьёй и ведёт с ней общее хозяйство",
    }
    reference = ["ASP2001", "SC2023"]


class registered_elsewhere(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Is registered at another place than the family"
    labels = {"kk": "Басқа мекенжай бойынша тіркелген", "ru": "Зарегистрирован по другому месту жительства"}
    reference = ["ASP2001", "SC2023"]


class is_family_member(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Lives, keeps house and is registered with the family whose income is tested"
    labels = {
        "kk": "Табысы есептелетін отбасының мүшесі",
        "ru": "Член семьи, доход которой учитывается",
    }
    reference = ["ASP2001", "SC2023"]

    def formula(person, period):
        """The family, and others who keep house with it; not those registered elsewhere."""
        together = person("in_family", period) | (
            person("is_living", period) & person("keeps_house_with_family", period)
        )
        return together & ~person("registered_elsewhere", period)


# Who can work


class works_formally(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Has a permanent job: works formally, or is paid a formal wage"
    labels = {"kk": "Тұрақты жұмысы бар", "ru": "Имеет постоянную работу"}
    reference = ["AMEND2015", "SC2023 Art. 122(1)"]

    def formula(person, period):
        """Stated as formally employed, or with a wage from formal employment."""
        return person("is_formally_employed", period) | (person("wage", period) > 0)


class has_severe_disability(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Is a person of disability group I or II"
    labels = {"kk": "Бірінші немесе екінші топтағы мүгедектігі бар", "ru": "Имеет инвалидность I или II группы"}
    reference = ["AMEND2015", "SC2023 Art. 120(4)"]

    def formula(person, period):
        """One of the two groups."""
        group = person("disability_group", period)
        kinds = group.possible_values
        return (group == kinds.group_1) | (group == kinds.group_2)


class cannot_work_on_objective_grounds(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Cannot work on objective grounds: of pension age, of disability group I or II, or ill for over two months"
    labels = {
        "kk": "Объективті себептермен жұмыс істей алмайды: зейнет жасы, І-ІІ топтағы мүгедектік, ұзақ ауру",
        "ru": "Не может работать по объективным причинам: пенсионный возраст, инвалидность I-II группы, долгая болезнь",
    }
    reference = ["AMEND2015", "SC2023 Art. 120(4)"]

    def formula_2018(person, period):
        """Any of the three."""
        return (
            person("reached_pension_age", period)
            | person("has_severe_disability", period)
            | person("has_long_illness", period)
        )


class is_able_bodied(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Is able-bodied"
    labels = {"kk": "Еңбекке қабілетті", "ru": "Трудоспособен"}
    reference = ["AMEND2015", "SC2023 Art. 122"]

    def formula_2018(person, period, parameters):
        """As recorded; otherwise 16 or older, without an objective ground against it."""
        recorded = person("work_capacity", period)
        kinds = recorded.possible_values
        of_age = person("age", period) >= parameters(period).social_contract.working_age_from
        by_default = of_age & ~person("cannot_work_on_objective_grounds", period)
        return where(recorded == kinds.not_stated, by_default, recorded == kinds.able)


class able_bodied_members(Variable):
    value_type = int
    entity = Household
    definition_period = MONTH
    label = "Able-bodied members of the family"
    unit = "person"
    reference = ["AMEND2015", "SC2023 Art. 122"]

    def formula_2018(household, period):
        """How many there are."""
        members = household.members
        return household.sum(members("is_able_bodied", period) & members("is_family_member", period))


class has_able_bodied_member(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "The family has an able-bodied member"
    labels = {"kk": "Отбасында еңбекке қабілетті мүше бар", "ru": "В семье есть трудоспособный член"}
    reference = ["AMEND2015", "SC2023 Art. 122"]

    def formula_2018(household, period):
        """At least one."""
        return household("able_bodied_members", period) > 0


# Care in the family


class needs_care_of_family(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "A small child, a child with disability, a member of disability group I or II, or old and in need of care"
    labels = {
        "kk": "Күтімге мұқтаж: кішкентай бала, мүгедектігі бар бала, І-ІІ топтағы адам немесе қарт адам",
        "ru": "Нуждается в уходе: малый ребёнок, ребёнок с инвалидностью, лицо I-II группы или престарелый",
    }
    reference = ["AMEND2015", "SC2023 Art. 120(4)"]

    def formula_2018(person, period, parameters):
        """A child under seven, from 2020 under three; a child with disability; group I or II; old and in need of care."""
        group = person("disability_group", period)
        small_child = person.has_role(Household.CHILD) & (
            person("age", period) < parameters(period).social_contract.care_child_age
        )
        return person("is_family_member", period) & (
            small_child
            | (group == group.possible_values.child)
            | person("has_severe_disability", period)
            | person("needs_outside_care", period)
        )


class has_member_in_need_of_care(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "A member of the family needs care on a ground that the law names"
    labels = {
        "kk": "Отбасында заңда аталған негіздер бойынша күтімге мұқтаж мүше бар",
        "ru": "В семье есть член, нуждающийся в уходе по основаниям закона",
    }
    reference = ["AMEND2015", "SC2023 Art. 120(4)"]

    def formula_2018(household, period):
        """At least one."""
        return household.any(household.members("needs_care_of_family", period))


class is_able_bodied_carer(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Is an able-bodied member who cares for a member in need of care"
    labels = {
        "kk": "Күтімге мұқтаж мүшеге күтім жасайтын еңбекке қабілетті адам",
        "ru": "Трудоспособный член семьи, ухаживающий за нуждающимся в уходе",
    }
    reference = ["AMEND2015", "SC2023 Art. 120(4)"]

    def formula_2018(person, period):
        """Able-bodied, stated as the carer, and there is someone to care for."""
        return (
            person("is_family_member", period)
            & person("is_able_bodied", period)
            & person("cares_for_member_in_need", period)
            & person.household("has_member_in_need_of_care", period)
        )


class able_bodied_carers(Variable):
    value_type = int
    entity = Household
    definition_period = MONTH
    label = "Able-bodied members of the family who care for a member in need of care"
    unit = "person"
    reference = ["AMEND2015", "SC2023 Art. 120(4)"]

    def formula_2018(household, period):
        """How many there are."""
        return household.sum(household.members("is_able_bodied_carer", period))


class able_bodied_members_only_care(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "The only able-bodied member cares for a member in need of care"
    labels = {
        "kk": "Еңбекке қабілетті жалғыз мүше күтімге мұқтаж мүшеге күтім жасайды",
        "ru": "Единственный трудоспособный член семьи ухаживает за нуждающимся в уходе",
    }
    reference = ["AMEND2015", "SC2023 Art. 120(4)"]

    def formula_2018(household, period):
        """All able-bodied members are carers, however many they are."""
        able_bodied = household("able_bodied_members", period)
        return (able_bodied > 0) & (household("able_bodied_carers", period) == able_bodied)

    def formula_2020(household, period):
        """There is one able-bodied member, and that one is a carer (SC2023 Art. 120(4))."""
        return (household("able_bodied_members", period) == 1) & (household("able_bodied_carers", period) == 1)


# The two types


class unconditional_assistance(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "Assistance is unconditional: no able-bodied member, or none but a carer"
    labels = {
        "kk": "Шартсыз ақшалай көмек: еңбекке қабілетті мүше жоқ немесе ол күтіммен айналысады",
        "ru": "Безусловная денежная помощь: нет трудоспособных либо трудоспособный занят уходом",
    }
    reference = ["AMEND2015", "SC2023 Art. 120(4)"]

    def formula_2018(household, period):
        """Nobody can work on objective grounds, or those who can care for a member in need."""
        return ~household("has_able_bodied_member", period) | household("able_bodied_members_only_care", period)


class conditional_assistance(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "Assistance is conditional: an able-bodied member must work or take part in employment measures"
    labels = {
        "kk": "Шартты ақшалай көмек: еңбекке қабілетті мүше шараларға қатысуы тиіс",
        "ru": "Обусловленная денежная помощь: трудоспособный член обязан участвовать в мерах занятости",
    }
    reference = ["AMEND2015", "SC2023 Art. 122"]

    def formula_2018(household, period):
        """Every other family or person living alone."""
        return ~household("unconditional_assistance", period)


# Who must take part


class parents_who_care(Variable):
    value_type = int
    entity = Household
    definition_period = MONTH
    label = "Parents stated to care for the family's child under three, where there are two parents"
    unit = "person"
    reference = ["ASP2001", "SC2023 Art. 122"]

    def formula_2020(household, period, parameters):
        """Counted among head and spouse, both living, with a child under three."""
        members = household.members
        living = members("is_living", period)
        two_parents = household.any(living, role=Household.HEAD) & household.any(living, role=Household.SPOUSE)
        small = members("is_family_member", period) & (
            members("age", period) < parameters(period).social_contract.care_child_age
        )
        cares = living & members("cares_for_member_in_need", period)
        carers = household.sum(cares, role=Household.HEAD) + household.sum(cares, role=Household.SPOUSE)
        return where(two_parents & household.any(small, role=Household.CHILD), carers, 0)


class stays_with_small_child(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Is the one of two parents who stays with a child under three"
    labels = {
        "kk": "Үш жасқа толмаған баламен отырған ата-ананың бірі",
        "ru": "Один из двух родителей, занятый уходом за ребёнком до трёх лет",
    }
    reference = ["ASP2001", "SC2023 Art. 122"]

    def formula_2020(person, period):
        """One parent may stay, the other must take part: none is excused where both say they stay."""
        parent = person.has_role(Household.HEAD) | person.has_role(Household.SPOUSE)
        only_one = person.household("parents_who_care", period) == 1
        return parent & person("cares_for_member_in_need", period) & only_one


class is_exempt_from_work(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Is not required to work or to take part in measures"
    labels = {"kk": "Шараларға қатысуы талап етілмейді", "ru": "Участие в мерах занятости не требуется"}
    reference = ["AMEND2015", "SC2023 Art. 122"]

    def formula_2018(person, period):
        """Full-time students."""
        return person("is_student", period)

    def formula_2020(person, period):
        """Full-time students, and one of two parents of a child under three."""
        return person("is_student", period) | person("stays_with_small_child", period)


class is_able_to_work(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Is a member of the family who is able-bodied and required to work or take part in measures"
    labels = {
        "kk": "Шараларға қатысуға тиіс еңбекке қабілетті отбасы мүшесі",
        "ru": "Трудоспособный член семьи, обязанный работать или участвовать в мерах",
    }
    reference = ["AMEND2015", "SC2023 Art. 122"]

    def formula_2018(person, period):
        """A member, able-bodied, not exempt."""
        return (
            person("is_family_member", period)
            & person("is_able_bodied", period)
            & ~person("is_exempt_from_work", period)
        )


class social_contract_required(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Must work or take part in measures under a social contract of the family"
    labels = {
        "kk": "Әлеуметтік келісімшарт бойынша жұмыс істеуі немесе шараларға қатысуы тиіс",
        "ru": "Обязан работать или участвовать в мерах по социальному контракту",
    }
    reference = ["AMEND2015", "SC2023 Art. 122(2)"]

    def formula_2018(person, period):
        """Able to work, in a family whose assistance is conditional."""
        return person("is_able_to_work", period) & person.household("conditional_assistance", period)


class social_contract_in_force(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "A social contract with its individual plan is signed, and kept by family and person"
    labels = {
        "kk": "Әлеуметтік келісімшарт пен жеке жоспар жасалған және орындалуда",
        "ru": "Социальный контракт с индивидуальным планом заключён и исполняется",
    }
    reference = ["AMEND2015", "SC2023 Art. 122(2)"]

    def formula_2018(person, period):
        """Signed and not broken by the family; the person works or takes part."""
        household = person.household
        works = person("works_formally", period) | person("takes_part_in_employment_measures", period)
        return (
            household("family_signed_social_contract", period)
            & household("individual_plan_agreed", period)
            & ~household("breached_social_contract", period)
            & works
        )


class social_contract_satisfied(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "No social contract is required, or one is in force"
    labels = {
        "kk": "Әлеуметтік келісімшарт талап етілмейді немесе күшінде",
        "ru": "Социальный контракт не требуется или действует",
    }
    reference = ["AMEND2015", "SC2023 Art. 122(2)"]

    def formula_2018(person, period):
        """Conditional assistance is not awarded without a contract (SC2023 Art. 122(2))."""
        return ~person("social_contract_required", period) | person("social_contract_in_force", period)


# What the family must keep to, for assistance


class family_social_contract_satisfied(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "No social contract is required, or the family has signed one with its individual plan and keeps it"
    labels = {
        "kk": "Әлеуметтік келісімшарт талап етілмейді немесе отбасы оны жасап, орындап отыр",
        "ru": "Социальный контракт не требуется либо семья его заключила и соблюдает",
    }
    reference = ["AMEND2015", "SC2023 Art. 122(2)"]

    def formula_2018(household, period):
        """Signed, with a plan, and not broken, wherever assistance is conditional: a breach stops it for all."""
        return household("unconditional_assistance", period) | (
            household("family_signed_social_contract", period)
            & household("individual_plan_agreed", period)
            & ~household("breached_social_contract", period)
        )


class every_able_member_takes_part(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "Every member able to work has a permanent job or takes part in employment measures"
    labels = {
        "kk": "Еңбекке қабілетті әрбір мүше жұмыс істейді немесе шараларға қатысады",
        "ru": "Каждый трудоспособный работает или участвует в мерах занятости",
    }
    reference = ["AMEND2015", "SC2023 Art. 122(1)"]

    def formula_2018(household, period):
        """All of them, wherever assistance is conditional."""
        members = household.members
        works = members("works_formally", period) | members("takes_part_in_employment_measures", period)
        return ~household.any(members("social_contract_required", period) & ~works)


class no_member_refused_work(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "No member able to work has refused work or another measure within six months"
    labels = {
        "kk": "Еңбекке қабілетті мүшелердің ешқайсысы жұмыстан немесе шаралардан бас тартпаған",
        "ru": "Никто из трудоспособных не отказался от работы или мер занятости",
    }
    reference = ["AMEND2015", "R320", "R227"]

    def formula_2018(household, period):
        """The refusal of one refuses assistance to all."""
        members = household.members
        return ~household.any(
            members("social_contract_required", period) & members("refused_employment_measures", period)
        )
