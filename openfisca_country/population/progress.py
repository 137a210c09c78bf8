"""What a run tells while it goes: households done, how fast, and the time left."""

import sys
import time
from collections.abc import Callable

from rich.console import Console
from rich.progress import BarColumn, Progress, ProgressColumn, Task, TextColumn, TimeRemainingColumn
from rich.text import Text

from openfisca_country.population.tables.data_report import DataReport


class Watch:
    """Someone who watches a run. This one pays no heed; others tell what they see."""

    def reading(self) -> None:
        """See the tables being read."""

    def read(self, report: DataReport) -> None:
        """See what was found in the tables, before anything is evaluated."""

    def started(self, households: int, done: int) -> None:
        """See the evaluation start: so many households, some of which were done by a run that was stopped."""

    def advanced(self, households: int) -> None:
        """See so many more households done."""

    def stopped(self) -> None:
        """See the evaluation end, one way or another."""


SILENT = Watch()


class Bar(Watch):
    """A progress bar on standard error; two lines where that is no terminal.

    Args:
        show: what shows the report on the tables, if anything.

    """

    def __init__(self, show: Callable[[DataReport], None] | None = None) -> None:
        self.console = Console(stderr=True)
        self.show = show
        self.bar: Progress | None = None
        self.done = self.total = self.before = 0
        self.since = 0.0

    def reading(self) -> None:
        """Say that the tables are being read: this may take a while."""
        self.console.print("Reading the tables…", style="dim")

    def read(self, report: DataReport) -> None:
        """Show the report."""
        if self.show is not None:
            self.show(report)

    def started(self, households: int, done: int) -> None:
        """Show the bar, or say what is to be done."""
        self.total, self.done, self.before, self.since = households, done, done, time.monotonic()
        if done:
            self.console.print(f"Going on: {done:,} of {households:,} households were done before.", highlight=False)
        if not sys.stderr.isatty():
            self.console.print(f"Evaluating {households - done:,} households…", highlight=False)
            return
        self.bar = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            TextColumn("{task.completed:,.0f}/{task.total:,.0f} households"),
            _Rate(),
            TimeRemainingColumn(),
            console=self.console,
            transient=True,
        )
        self.bar.add_task("Evaluating", total=households, completed=done)
        self.bar.start()

    def advanced(self, households: int) -> None:
        """Move the bar on."""
        self.done += households
        if self.bar is not None:
            self.bar.advance(self.bar.task_ids[0], households)

    def stopped(self) -> None:
        """Take the bar away, and say what was done."""
        if self.bar is not None:
            self.bar.stop()
            self.bar = None
        seconds = time.monotonic() - self.since
        done = self.done - self.before
        rate = f", {done / seconds:,.0f} a second" if seconds >= 1 else ""
        self.console.print(f"{done:,} households in {_clock(seconds)}{rate}.", highlight=False)


class _Rate(ProgressColumn):
    def render(self, task: Task) -> Text:
        speed = task.finished_speed or task.speed
        return Text(f"{speed:,.0f}/s" if speed else "", style="dim")


def _clock(seconds: float) -> str:
    """Write a length of time as a clock would, seconds with a decimal where it is short.

    >>> _clock(2.34), _clock(75), _clock(3725)
    ('2.3 s', '1:15', '1:02:05')
    """
    if seconds < 60:
        return f"{seconds:.1f} s"
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"
