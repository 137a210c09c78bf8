"""What the values of a column are, counted block by block while they are staged."""

from dataclasses import dataclass, field
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc


@dataclass
class Tally:
    """Missing values, the least and the greatest, and how many of each choice, so far."""

    missing: int = 0
    minimum: Any = None
    maximum: Any = None
    levels: dict[str, int] = field(default_factory=dict)

    def add(self, column: pa.ChunkedArray) -> None:
        """Count the values of one more block."""
        self.missing += column.null_count
        if column.null_count == len(column):
            return
        if pa.types.is_dictionary(column.type) or pa.types.is_boolean(column.type):
            for each in pc.value_counts(column).to_pylist():
                if each["values"] is not None:
                    name = str(each["values"]).lower() if isinstance(each["values"], bool) else str(each["values"])
                    self.levels[name] = self.levels.get(name, 0) + each["counts"]
        elif not pa.types.is_string(column.type):
            least, most = (pc.min_max(column)[key].as_py() for key in ("min", "max"))
            self.minimum = least if self.minimum is None else min(self.minimum, least)
            self.maximum = most if self.maximum is None else max(self.maximum, most)
