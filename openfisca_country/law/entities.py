"""The two entities of every country: persons, and the households they live in."""

from openfisca_core.entities import build_entity

Person = build_entity(
    key="person",
    plural="persons",
    label="Person",
    doc="One human being.",
    is_person=True,
)

Household = build_entity(
    key="household",
    plural="households",
    label="Household",
    doc="""
    People of one law-family who live together: the head, the spouse and the children.
    Someone in the dwelling who is outside the family of the law (a grandmother, an in-law) is an `other`.
    """,
    roles=[
        {"key": "head", "label": "Head", "max": 1, "doc": "The reference person of the family."},
        {"key": "spouse", "label": "Spouse", "max": 1, "doc": "The registered spouse of the head."},
        {"key": "child", "plural": "children", "label": "Children", "doc": "Children of the family, of any age."},
        {"key": "other", "plural": "others", "label": "Others", "doc": "People in the dwelling, outside the family."},
    ],
)

ENTITIES = (Person, Household)
