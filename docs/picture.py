"""Draw the README's picture: a family month by month, and why its allowance stops (`make picture`)."""

import re
from io import StringIO
from pathlib import Path

from rich._export_format import CONSOLE_SVG_FORMAT
from rich.console import Console
from rich.rule import Rule

from openfisca_country import calculate, explain
from openfisca_country.report.terminal import calculation_table, explanation_text

ROOT = Path(__file__).parent.parent
FAMILY = ROOT / "examples" / "uzbekistan" / "family_in_need.json"
# Fonts from the network have no place in a picture: any monospaced font of the reader's does.
FORMAT = re.sub(r"@font-face \{\{.*?\}\}\n?", "", CONSOLE_SVG_FORMAT, flags=re.DOTALL)


def main() -> None:
    """Write docs/images/demo.svg."""
    console = Console(record=True, width=112, file=StringIO(), force_terminal=True, highlight=False)
    console.print(calculation_table(calculate("uzbekistan", FAMILY, "2027")))
    console.print(Rule(style="dim"))
    console.print(explanation_text(explain("uzbekistan", FAMILY, "child_allowance", "2027-08")))
    picture = console.export_svg(title="openfisca-country", code_format=FORMAT, unique_id="demo")
    (ROOT / "docs" / "images").mkdir(exist_ok=True)
    (ROOT / "docs" / "images" / "demo.svg").write_text(picture, encoding="utf-8")


if __name__ == "__main__":
    main()
