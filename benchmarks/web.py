"""The web API beside `openfisca serve`: the same country, as many workers, the same questions, in turns.

python benchmarks/web.py                 # every measurement, and a minute of mixed load
python benchmarks/web.py --minutes 10    # ten of it: the proof
python benchmarks/web.py --only load
"""

import argparse
import json
import os
import random
import signal
import statistics
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any

from openfisca_core.simulations import SimulationBuilder
from web_client import CORE, OURS, Client, Server, serving

from openfisca_country.law.catalogue import load_country

COUNTRY, MONTH, WORKERS, CONNECTIONS = "uzbekistan", "2026-03", 2, 4
WAGES = tuple(range(400_000, 8_400_000, 400_000))


def families(wages: tuple[int, ...]) -> dict[str, Any]:
    """Families of four, one a wage, that ask for their disposable income of a month."""
    born = {"a": "1990-05-12", "b": "1992-03-01", "c": "2020-02-03", "d": "2023-02-03"}
    persons = {
        f"{who}{n}": {"birth_date": {"ETERNITY": day}, **({"wage": {MONTH: wage}} if who == "a" else {})}
        for n, wage in enumerate(wages)
        for who, day in born.items()
    }
    homes = {
        f"h{n}": {
            **{"head": [f"a{n}"], "spouse": [f"b{n}"], "children": [f"c{n}", f"d{n}"]},
            **{"disposable_income": {MONTH: None}},
        }
        for n in range(len(wages))
    }
    return {"persons": persons, "households": homes}


def sums() -> dict[int, float]:
    """Return each wage's disposable income as openfisca-core works it out, in this process."""
    system = load_country(COUNTRY)
    simulation = SimulationBuilder().build_from_entities(system, families(WAGES))
    return dict(zip(WAGES, simulation.calculate("disposable_income", MONTH).tolist(), strict=True))


def incomes(body: bytes) -> list[float]:
    """Read the incomes of an answer."""
    homes = json.loads(body)["households"]  # sorted by name, from one of the two servers
    return [homes[f"h{n}"]["disposable_income"][MONTH] for n in range(len(homes))]


def in_turns(measure: Any, rounds: int) -> dict[str, list[Any]]:
    """Measure both servers, one after the other, some times."""
    found: dict[str, list[Any]] = {OURS: [], CORE: []}
    for _ in range(rounds):
        for name, values in found.items():
            values.append(measure(name))
    return found


def show(title: str, found: dict[str, list[float]], unit: str) -> None:
    """Print medians, and how many times ours the other's is."""
    ours = statistics.median(found[OURS])
    print(f"\n{title} ({len(found[OURS])} rounds in turn, medians)")
    for name, values in found.items():
        middle = statistics.median(values)
        spread = f"({min(values):.1f} to {max(values):.1f})"
        print(f"  {name:26} {middle:10.1f} {unit:12} {middle / ours:6.2f} x ours   {spread}")


def start_up() -> None:
    """Measure from the command to the first answer."""
    show("start, one country", in_turns(_started, 3), "s")


def _started(name: str) -> float:
    with serving(name, COUNTRY, WORKERS) as server:
        return server.started


def throughput(seconds: float) -> None:
    """Measure requests of one family a second, and the slowest of a hundred."""

    def measure(name: str) -> tuple[float, float, float]:
        with serving(name, COUNTRY, WORKERS) as server:
            _storm(server, 1, "POST", "/calculate")
            ceiling = len(_storm(server, 1, "GET", "/entities"))
            times = _storm(server, seconds, "POST", "/calculate")
            return len(times) / seconds, statistics.quantiles(times, n=100)[98] * 1000, ceiling

    found = in_turns(measure, 3)
    what = f"POST /calculate, a family of four, {WORKERS} workers, {CONNECTIONS} connections"
    show(f"{what}: requests a second", {name: [each[0] for each in rounds] for name, rounds in found.items()}, "/s")
    show("… 99th percentile", {name: [each[1] for each in rounds] for name, rounds in found.items()}, "ms")
    print(f"  the client itself reached {max(each[2] for each in found[OURS]):.0f}/s with questions that need no law")


def _storm(server: Server, seconds: float, method: str, path: str) -> list[float]:
    body = families((1_200_000,)) if method == "POST" else None
    end = time.perf_counter() + seconds

    def one(_: int) -> list[float]:
        client, times = Client(server.port), []
        while (began := time.perf_counter()) < end:
            status, _answer = client.ask(method, path, body)
            assert status == 200, status
            times.append(time.perf_counter() - began)
        return times

    with ThreadPoolExecutor(CONNECTIONS) as pool:
        return [each for times in pool.map(one, range(CONNECTIONS)) for each in times]


def sizes() -> None:
    """Measure one call with more and more households; core as far as a call stays under a minute."""
    print("\none call of many households, seconds (the second call of its size)")
    print(f"  {'households':>12} {OURS:>26} {CORE:>18}")
    right = sums()
    with serving(OURS, COUNTRY, 1, seconds="300") as ours, serving(CORE, COUNTRY, 1) as core:
        slow = False
        for size in (1, 100, 1_000, 10_000):
            wages = tuple(WAGES[n % len(WAGES)] for n in range(size))
            row = [_call(ours, wages, right), None if slow else _call(core, wages, right)]
            slow = slow or row[1] is None
            told = "over a minute" if row[1] is None else f"{row[1]:.3f} ({row[1] / row[0]:.1f} x)"
            print(f"  {size:>12} {row[0]:>26.3f} {told:>18}")


def _call(server: Server, wages: tuple[int, ...], right: dict[int, float]) -> float | None:
    body, client, taken = json.dumps(families(wages)).encode(), Client(server.port, timeout=60), 0.0
    for _ in range(2):
        began = time.perf_counter()
        try:
            status, answer = client.ask("POST", "/calculate", body)
        except TimeoutError:
            return None
        taken = time.perf_counter() - began
        assert status == 200, answer[:300]
        assert incomes(answer) == [right[wage] for wage in wages]
    return taken


@dataclass
class Tally:
    """What came of a mixed load."""

    asked: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    retries: int = 0


def mixed(seconds: float) -> None:
    """Ask everything at once, from several connections, and kill a worker in the middle."""
    right, tally, connections = sums(), Tally(), 2 * CONNECTIONS
    with serving(OURS, COUNTRY, WORKERS) as server:
        end = time.perf_counter() + seconds
        threads = [
            threading.Thread(target=_client, args=(server, right, end, tally, seed)) for seed in range(connections)
        ]
        for thread in threads:
            thread.start()
        time.sleep(seconds / 2)
        killed = server.workers()[0]
        os.kill(killed, signal.SIGKILL)
        for thread in threads:
            thread.join()
        alive = server.workers()
    print(f"\nmixed load: {connections} connections, {seconds:.0f} s, one of {WORKERS} workers killed in the middle")
    print("  " + ", ".join(f"{count} {kind}" for kind, count in sorted(tally.asked.items())))
    print(f"  asked again because the connection died: {tally.retries}")
    print(f"  wrong sums, and errors without reason: {len(tally.wrong)}")
    print(f"  workers at the end: {len(alive)}, the killed one replaced: {killed not in alive}")
    for each in tally.wrong[:10]:
        print(f"  {each}")
    if tally.wrong or tally.retries > connections or len(alive) != WORKERS:
        raise SystemExit("the load was not withstood")


def _client(server: Server, right: dict[int, float], end: float, tally: Tally, seed: int) -> None:
    chance, client = random.Random(seed), Client(server.port)
    kinds = {"good": _good, "bad": _bad, "big": _big, "explain": _explain, "batch": _batch}
    while time.perf_counter() < end:
        kind = chance.choices(list(kinds), (60, 15, 5, 10, 10))[0]
        try:
            fault = kinds[kind](client, right, chance)
        except Exception as error:
            fault = repr(error)
        tally.asked[kind] += 1
        if fault:
            tally.wrong.append(f"{kind}: {fault}")
    tally.retries += client.retries


def _good(client: Client, right: dict[int, float], chance: random.Random, size: int = 1) -> str:
    wages = tuple(chance.choices(WAGES, k=size))
    status, answer = client.ask_again("/calculate", families(wages))
    if status != 200:
        return f"{status} {answer[:200]!r}"
    return "" if incomes(answer) == [right[wage] for wage in wages] else "a wrong sum"


def _big(client: Client, right: dict[int, float], chance: random.Random) -> str:
    return _good(client, right, chance, 300)


def _bad(client: Client, _right: dict[int, float], chance: random.Random) -> str:
    body = families((chance.choice(WAGES),))
    body["persons"]["a0"]["wage"][MONTH] = chance.choice(["2**99999999", "nan", [1], {}, "much"])
    status, answer = client.ask_again("/calculate", body)
    return "" if status == 422 and b"persons.a0.wage" in answer else f"{status} {answer[:200]!r}"


def _explain(client: Client, right: dict[int, float], chance: random.Random) -> str:
    wage = chance.choice(WAGES)
    body = {"situation": families((wage,)), "variable": "disposable_income", "period": MONTH}
    status, answer = client.ask_again("/explain", body)
    if status != 200:
        return f"{status} {answer[:200]!r}"
    return "" if json.loads(answer)["value"] == right[wage] else "a wrong sum"


def _batch(client: Client, right: dict[int, float], chance: random.Random) -> str:
    wages = chance.choices(WAGES, k=60)
    lines = [json.dumps({"id": n, **families((wage,))}) for n, wage in enumerate(wages)]
    lines[7] = '{"id": 7, "persons": 1}'
    status, answer = client.ask_again("/calculate/batch", "\n".join(lines).encode(), "application/x-ndjson")
    if status != 200:
        return f"{status} {answer[:200]!r}"
    told = [json.loads(line) for line in answer.splitlines()]
    if told[-1] != {"summary": {"answered": 59, "refused": 1}} or "errors" not in told[7]:
        return f"ends with {told[-1]}"
    got = {each["id"]: incomes(json.dumps(each["situation"]).encode())[0] for each in told[:-1] if "situation" in each}
    return "" if got == {n: right[wage] for n, wage in enumerate(wages) if n != 7} else "a wrong sum"


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=1, help="of mixed load")
    parser.add_argument("--seconds", type=float, default=8, help="of each storm")
    parser.add_argument("--only", choices=["start", "throughput", "sizes", "load"])
    asked = parser.parse_args()
    parts = {
        "start": start_up,
        "throughput": lambda: throughput(asked.seconds),
        "sizes": sizes,
        "load": lambda: mixed(asked.minutes * 60),
    }
    for name, part in parts.items():
        if asked.only in (None, name):
            part()


if __name__ == "__main__":
    main()
