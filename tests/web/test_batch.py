"""`/calculate/batch`: streams of lines and of Arrow; a bad household is told of, and the others get their answers."""

import io
import json
import tracemalloc
from collections.abc import Iterable, Iterator
from typing import Any

import pyarrow
import pytest
from pyarrow import ipc
from werkzeug.test import create_environ, run_wsgi_app

from openfisca_country.web.app import create_app
from openfisca_country.web.lines import lines
from openfisca_country.web.settings import Settings

LINES = "application/x-ndjson"
ARROW = "application/vnd.apache.arrow.stream"
SMALL = Settings(batch_block=3, batch_line_bytes=2_000)


@pytest.fixture(scope="module")
def small() -> Any:
    """A server that holds three households at a time."""
    return create_app(["uzbekistan"], SMALL).test_client()


def earner(wage: Any) -> dict[str, Any]:
    return {
        "persons": {"ali": {"birth_date": "1990-05-12", "wage": wage, "net_wage": {"2026-03": None}}},
        "households": {"home": {"head": ["ali"]}},
    }


def net(wage: float) -> float:
    """What is left after income tax of 12 %."""
    return wage * 88 / 100


def asked(client: Any, given: Iterable[Any], query: str = "") -> list[Any]:
    text = "\n".join(each if isinstance(each, str) else json.dumps(each) for each in given)
    answer = client.post(f"/calculate/batch{query}", data=text.encode(), content_type=LINES)
    assert answer.status_code == 200, answer.text
    assert answer.content_type == LINES
    return [json.loads(line) for line in answer.data.splitlines()]


def test_each_line_is_answered_in_its_order(small: Any) -> None:
    *told, summary = asked(small, ({"id": f"h{n}", **earner(1000 * n)} for n in range(1, 9)))
    assert [each["id"] for each in told] == [f"h{n}" for n in range(1, 9)]
    assert [each["situation"]["persons"]["ali"]["net_wage"]["2026-03"] for each in told] == [
        net(1000 * n) for n in range(1, 9)
    ]
    assert all(each["unanswered"] == [] for each in told)
    assert summary == {"summary": {"answered": 8, "refused": 0}}


def test_a_bad_line_is_told_of_and_the_others_are_answered(small: Any) -> None:
    *told, summary = asked(
        small,
        [
            {"id": 1, **earner(1000)},
            "this is no JSON",
            {"id": 3, **earner("1000")},
            {"id": 4, **earner(1000), "axes": []},
            "",
            {"id": 6, "persons": {"x": {}}, "households": {"home": {"head": ["y"]}}},
            earner(1000),
            {"id": [8], **earner(1000)},
            {"id": 9, **earner(1000), "padding": "x" * 3000},
            '{"id": 10, "persons": {"ali": {"wage": NaN}}, "households": {"home": {"head": ["ali"]}}}',
            {"id": 11, **earner(2000)},
        ],
    )
    assert [(each.get("line"), each.get("id")) for each in told] == [
        (None, 1), (2, None), (3, 3), (4, 4), (6, 6), (7, None), (8, None), (9, None), (10, None), (None, 11)
    ]  # fmt: skip
    places = [[fault["place"] for fault in each.get("errors", [])] for each in told]
    assert places[1:-1] == [
        ["body"],
        ["persons.ali.wage"],
        ["axes"],
        ["households.home.head", "persons.x"],
        ["id"],
        ["id"],
        [""],
        ["persons.ali.wage"],
    ]
    assert all(fault["problem"] for each in told for fault in each.get("errors", []))
    assert summary == {"summary": {"answered": 2, "refused": 8}}


def test_what_is_not_text_is_told_of(small: Any) -> None:
    good = json.dumps({"id": 2, **earner(1000)}).encode()
    answer = small.post("/calculate/batch", data=b'{"id": "\xff"}\n' + good, content_type=LINES)
    broken, right, _ = map(json.loads, answer.data.splitlines())
    assert (broken["line"], "UTF-8" in broken["errors"][0]["problem"]) == (1, True)
    assert right["id"] == 2


def test_the_law_and_the_period_are_those_of_the_query(client: Any) -> None:
    child = {
        "persons": {"a": {"birth_date": "1990-01-01", "net_wage": None, "wage": 1000}},
        "households": {"h": {"head": ["a"]}},
    }
    text = json.dumps({"id": "a", **child})
    answer = client.post(
        "/uzbekistan/calculate/batch?period=2026-02&reform=smooth_borderline", data=text, content_type=LINES
    )
    assert answer.headers["Reforms"] == "smooth_borderline"
    first = json.loads(answer.data.splitlines()[0])
    assert first["situation"]["persons"]["a"]["net_wage"] == {"2026-02": 880}


def test_what_the_law_of_the_date_has_not_stays_null_and_is_told(small: Any) -> None:
    line = earner(1000)
    line["persons"]["ali"]["unemployment_benefit"] = {"2016-01": None}
    told, _ = asked(small, [{"id": "a", **line}])
    assert told["situation"]["persons"]["ali"]["unemployment_benefit"] == {"2016-01": None}
    assert [each["place"] for each in told["unanswered"]] == ["persons.ali.unemployment_benefit.2016-01"]


def test_the_people_answered_are_counted(small: Any) -> None:
    def counted() -> float:
        lines_of = small.get("/metrics").text.splitlines()
        found = [each for each in lines_of if each.startswith('openfisca_country_persons_total{country="uzbekistan"}')]
        return float(found[0].split()[-1]) if found else 0

    before = counted()
    asked(small, [{"id": 1, **earner(1000)}, {"id": 2, **earner("1000")}, {"id": 3, **earner(1000)}])
    assert counted() == before + 2


@pytest.mark.parametrize(
    ("query", "place"),
    [("?period=2026-13", "query period"), ("?reform=nothing", "reform"), ("?law_of=2026", "law of"), ("?x=1", "query")],
)
def test_a_wrong_query_is_refused_before_the_stream(small: Any, query: str, place: str) -> None:
    answer = small.post(f"/calculate/batch{query}", data=b"", content_type=LINES)
    assert answer.status_code == 422
    assert [fault["place"] for fault in answer.json["errors"]] == [place]


def test_a_stream_is_answered_as_it_comes_and_never_held() -> None:
    """Six megabytes are answered by a server that takes bodies of half a one, in the memory of a few blocks."""
    app = create_app(["uzbekistan"], Settings(max_body_bytes=500_000, batch_block=100))
    line = json.dumps({"id": "h", **earner(1000)}).encode() + b" " * 3_000 + b"\n"
    asked(app.test_client(), [{"id": "h", **earner(1000)}])
    stream = Repeated(line, 6_000_000)
    environ = create_environ("/calculate/batch", method="POST", content_type=LINES)
    environ |= {"wsgi.input": stream, "wsgi.input_terminated": True, "HTTP_TRANSFER_ENCODING": "chunked"}
    environ.pop("CONTENT_LENGTH", None)
    tracemalloc.start()
    parts, status, _ = run_wsgi_app(app, environ, buffered=False)
    assert status == "200 OK"
    first = next(iter(parts))
    assert stream.sent < 1_000_000, "the first answers come before the stream is read"
    count = first.count(b"\n") + sum(part.count(b"\n") for part in parts)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == stream.lines + 1
    assert peak < 4_000_000


class Repeated:
    """A stream of the same line again and again, which nobody holds."""

    def __init__(self, line: bytes, size: int) -> None:
        self.line, self.size = line, size
        self.sent = self.lines = 0

    def read(self, size: int = -1) -> bytes:
        count = min(max(size // len(self.line), 1), (self.size - self.sent) // len(self.line))
        self.lines += count
        self.sent += count * len(self.line)
        return self.line * count


def test_lines_are_cut_wherever_the_stream_is() -> None:
    text = b"one\n\ntwo\r\n" + b"x" * 70_000 + b"\nthree\n" + b"y" * 100
    wanted = [(1, b"one"), (3, b"two"), (4, None), (5, b"three"), (6, None)]
    assert list(lines(io.BytesIO(text), 50)) == wanted

    class Dribble(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:  # as a socket gives it
            return super().read(7)

    assert list(lines(Dribble(text), 50)) == wanted


def arrow(table: pyarrow.Table, rows: int = 1000, **options: Any) -> bytes:
    sink = io.BytesIO()
    with ipc.new_stream(sink, table.schema, options=ipc.IpcWriteOptions(**options)) as writer:
        writer.write_table(table, max_chunksize=rows)
    return sink.getvalue()


def asked_in_arrow(client: Any, table: pyarrow.Table, query: str, rows: int = 1000) -> list[dict[str, Any]]:
    answer = client.post(f"/calculate/batch?{query}", data=arrow(table, rows), content_type=ARROW)
    assert answer.status_code == 200, answer.text
    assert answer.content_type == ARROW
    return ipc.open_stream(answer.data).read_all().to_pylist()


def people() -> Iterator[dict[str, Any]]:
    for n in range(1, 6):
        yield {"person_id": 10 * n, "household_id": n, "role": "head", "wage": 1000.0 * n, "is_rural": None}
        yield {"person_id": 10 * n + 1, "household_id": n, "role": "spouse", "wage": None, "is_rural": n % 2 == 0}


@pytest.mark.parametrize("rows", [1, 2, 3, 1000])
def test_persons_come_back_with_their_answers_however_the_rows_are_cut(small: Any, rows: int) -> None:
    table = pyarrow.Table.from_pylist(list(people()))
    told = asked_in_arrow(small, table, "variables=net_wage,market_income&period=2026-03", rows)
    assert told == [
        {
            "person_id": 10 * n + second,
            "household_id": n,
            "net_wage": 0.0 if second else net(1000 * n),
            "market_income": 1000.0 * n,
            "error": None,
        }
        for n in range(1, 6)
        for second in (0, 1)
    ]


def test_a_year_is_answered_month_by_month_in_the_types_of_the_vocabulary(small: Any) -> None:
    table = pyarrow.Table.from_pylist(
        [{"person_id": "a", "household_id": "h", "role": "head", "wage@2026-02": 1000, "birth_date": "1990-05-12"}]
    )
    query = "variables=net_wage,age,is_rural&period=2026"
    answer = small.post(f"/calculate/batch?{query}", data=arrow(table), content_type=ARROW)
    found = ipc.open_stream(answer.data).read_all()
    row = found.to_pylist()[0]
    assert [row[f"net_wage@2026-{month:02}"] for month in (1, 2, 3)] == [0, 880, 0]
    assert (row["age@2026-05"], row["age@2026-06"]) == (35, 36)
    assert str(found.schema.field("net_wage@2026-12").type) == "double"
    assert str(found.schema.field("is_rural@2026-12").type if "is_rural@2026-12" in row else "bool") == "bool"


def test_a_household_in_pieces_gets_an_error_and_no_sum_of_a_part(small: Any) -> None:
    rows = [
        {"person_id": "a", "household_id": "h", "role": "head", "wage": 1000},
        {"person_id": "b", "household_id": "i", "role": "head", "wage": 1000},
        {"person_id": "c", "household_id": "h", "role": "spouse", "wage": 1000},
        {"person_id": "d", "household_id": "j", "role": "head", "wage": 1000},
    ]
    table = pyarrow.Table.from_pylist(rows)
    first, second, third, fourth = asked_in_arrow(small, table, "variables=market_income&period=2026-03")
    assert "rows must follow one another" in third["error"]
    assert third["market_income"] is None
    assert "rows must follow one another" in first["error"], "they stand in the same block"
    assert (second["error"], second["market_income"]) == (None, 1000)
    assert (fourth["error"], fourth["market_income"]) == (None, 1000)


def test_bad_rows_are_told_of_and_the_others_are_answered(small: Any) -> None:
    rows = [
        {"person_id": "a", "household_id": "h", "role": "head", "wage": 1000.0, "is_rural": None},
        {"person_id": "b", "household_id": "i", "role": "boss", "wage": 1000.0, "is_rural": None},
        {"person_id": "c", "household_id": "j", "role": "head", "wage": -1.0, "is_rural": None},
        {"person_id": "d", "household_id": "k", "role": "head", "wage": float("nan"), "is_rural": None},
        {"person_id": "e", "household_id": "l", "role": "head", "wage": 1.0, "is_rural": True},
        {"person_id": "f", "household_id": "l", "role": "spouse", "wage": 1.0, "is_rural": False},
        {"person_id": "g", "household_id": None, "role": "head", "wage": 1.0, "is_rural": False},
        {"person_id": "h", "household_id": "m", "role": None, "wage": 1.0, "is_rural": False},
        {"person_id": "i", "household_id": "n", "role": "head", "wage": 1.0, "is_rural": False},
        {"person_id": "i", "household_id": "n", "role": "spouse", "wage": 1.0, "is_rural": False},
        {"person_id": "j", "household_id": "o", "role": "head", "wage": 1.0, "is_rural": False},
        {"person_id": "k", "household_id": "o", "role": "head", "wage": 1.0, "is_rural": False},
        {"person_id": None, "household_id": "p", "role": "head", "wage": 1.0, "is_rural": False},
        {"person_id": "z", "household_id": "q", "role": "head", "wage": 3000.0, "is_rural": None},
    ]
    told = asked_in_arrow(small, pyarrow.Table.from_pylist(rows), "variables=net_wage&period=2026-03")
    assert [each["person_id"] for each in told] == [each["person_id"] for each in rows]
    errors = [each["error"] for each in told]
    assert errors[0] is None
    assert errors[-1] is None
    parts = [
        "got \"boss\"", "persons.c.wage: expected", "persons.d.wage: expected", "differs between", "differs between",
        "household_id: is empty", "role: expected", "twice", "twice", "only one head", "only one head", "person_id: is empty",
    ]  # fmt: skip
    for error, part in zip(errors[1:-1], parts, strict=True):
        assert part in error
    assert [each["net_wage"] for each in told] == [880.0, *[None] * 12, 2640.0]


def test_a_household_that_never_ends_is_not_held(small: Any) -> None:
    rows = [{"person_id": n, "household_id": 1, "role": "other"} for n in range(2500)]
    rows.append({"person_id": 9999, "household_id": 2, "role": "head"})
    *told, last = asked_in_arrow(small, pyarrow.Table.from_pylist(rows), "variables=age&period=2026-03")
    assert len(told) == 2500
    assert "at most 1000 persons" in told[0]["error"]
    assert all(each["error"] and each["age"] is None for each in told)
    assert last["error"] is None


@pytest.mark.parametrize(
    ("columns", "query", "place"),
    [
        ({"person_id": [1], "household_id": [1]}, "variables=age", "column role"),
        ({"person_id": [1], "household_id": [1], "role": ["head"], "waeg": [1]}, "variables=age", "column waeg"),
        ({"person_id": [1], "household_id": [1], "role": ["head"], "wage@2026": [1]}, "variables=age", "column wage@2026"),
        ({"person_id": [1], "household_id": [1], "role": ["head"], "wage": [[1]]}, "variables=age", "column wage"),
        ({"person_id": [1.5], "household_id": [1], "role": ["head"]}, "variables=age", "column person_id"),
        (
            {"person_id": [1], "household_id": [1], "role": ["head"], "wage": [1], "wage@2026-01": [2]},
            "variables=age",
            "column wage@2026-01",
        ),
        ({"person_id": [1], "household_id": [1], "role": ["head"]}, "variables=agee", "query variables"),
        ({"person_id": [1], "household_id": [1], "role": ["head"]}, "", "query variables"),
        ({"person_id": [1], "household_id": [1], "role": ["head"], "wage": [1]}, "variables=wage", "query variables"),
    ],
)  # fmt: skip
def test_wrong_columns_are_refused_before_the_stream(small: Any, columns: Any, query: str, place: str) -> None:
    answer = small.post(f"/calculate/batch?{query}", data=arrow(pyarrow.table(columns)), content_type=ARROW)
    assert answer.status_code == 422, answer.text
    assert [fault["place"] for fault in answer.json["errors"]] == [place]


def test_a_stream_that_cannot_be_trusted_is_refused(small: Any) -> None:
    table = pyarrow.Table.from_pylist(list(people()))
    zipped = arrow(table, compression="zstd")
    for body, status in ((b"no Arrow", 400), (b"", 400), (b"\xff\xff\xff\xff\xff\xff\xff\x7f", 413)):
        answer = small.post("/calculate/batch?variables=net_wage", data=body, content_type=ARROW)
        assert (answer.status_code, bool(answer.json["errors"])) == (status, True), body
    answer = small.post("/calculate/batch?variables=net_wage", data=zipped, content_type=ARROW)
    (last,) = ipc.open_stream(answer.data).read_all().to_pylist()
    assert "compressed" in last["error"]


def test_a_stream_that_breaks_off_says_so_in_its_last_row(small: Any) -> None:
    whole = arrow(pyarrow.Table.from_pylist(list(people())), rows=4)
    answer = small.post("/calculate/batch?variables=net_wage", data=whole[:-200], content_type=ARROW)
    *told, last = ipc.open_stream(answer.data).read_all().to_pylist()
    assert last["person_id"] is None
    assert "is broken" in last["error"]
    assert told
