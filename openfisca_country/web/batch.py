"""`POST /calculate/batch`: any number of situations in a stream, answered in a stream, each by itself.

Answers come while the stream is still being sent, and nothing is held back: a client that sends more than a few
megabytes reads while it sends (as curl does), or is cut off when nobody takes its answers.
"""

import sys
from collections.abc import Iterator

from flask import Blueprint, Response, request

from openfisca_country.household.run import check_window
from openfisca_country.web import batch_arrow, batch_lines
from openfisca_country.web.body import check_type
from openfisca_country.web.query import LAW, read_query
from openfisca_country.web.served import Served
from openfisca_country.web.settings import Settings
from openfisca_country.web.stamp import note_law


def blueprint(served: Served, settings: Settings) -> Blueprint:
    """Return the route of a country."""
    routes = Blueprint("batch", __name__)

    @routes.post("/calculate/batch")
    def batch() -> Response:
        kind = check_type(request, batch_lines.TYPE, batch_arrow.TYPE)
        arrow = kind == batch_arrow.TYPE
        query = read_query(request, (*LAW, "variables") if arrow else LAW)
        check_window(served.system, query.period)
        law = served.law(query.reforms, query.law_of, query.period)
        note_law(query.reforms, query.law_of)
        request.max_content_length = sys.maxsize  # each part of the stream is bounded instead
        answers: Iterator[bytes]
        if arrow:
            variables = request.args.get("variables", "")
            answers = batch_arrow.answers(law, request.stream, variables, query.period, settings)
        else:
            answers = batch_lines.answers(law, request.stream, query.period, settings)
        return Response(answers, content_type=kind)

    return routes
