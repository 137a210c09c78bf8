"""A matplotlib figure as SVG to stand inside a page: its text stays text, and takes the page's own type."""

import io
import re
import warnings

import matplotlib as mpl
from markupsafe import Markup, escape
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure

NO_METADATA = {"Date": None, "Creator": None, "Format": None, "Type": None}


def inline(figure: Figure, key: str, title: str) -> Markup:
    """Write a figure as one ``<svg>`` element.

    Args:
        figure: drawn with the plain canvas, no window.
        key: unlike that of any other figure of the page; the same key gives the same text.
        title: what the figure shows, for those who do not see it.

    Returns:
        Markup that is safe to put into a page: every text in it is escaped.

    """
    FigureCanvasSVG(figure)
    written = io.StringIO()
    with mpl.rc_context({"svg.fonttype": "none", "svg.hashsalt": key}), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a script that matplotlib cannot measure is drawn by the reader's own type
        figure.savefig(written, format="svg", metadata=NO_METADATA, transparent=True)
    # matplotlib escapes every text it writes, and so does _tidied
    return Markup(_tidied(written.getvalue(), key, title))


def _tidied(text: str, key: str, title: str) -> str:
    """Strip what belongs to a file of its own, and keep names apart from those of other figures of the page."""
    text = text[text.index("<svg") :]
    text = re.sub(r"<!--.*?-->", "", text, flags=re.DOTALL)
    text = re.sub(r"<metadata>.*?</metadata>", "", text, flags=re.DOTALL)
    text = re.sub(r"<defs>\s*<style.*?</style>\s*</defs>", "", text, flags=re.DOTALL)
    text = text.replace("xlink:href", "href")
    used = set(re.findall(r'(?:href="#|url\(#)([^")]+)', text))
    text = re.sub(r' id="([^"]+)"', lambda found: f' id="{key}-{found[1]}"' if found[1] in used else "", text)
    text = re.sub(r'(href="#|url\(#)', rf"\g<1>{key}-", text)
    text = re.sub(r"font-family: [^;\"]*; ?", "", text)
    box = re.search(r'viewBox="([^"]+)"', text)
    assert box is not None
    label = escape(title)
    opening = (
        f'<svg class="chart" viewBox="{box[1]}" role="img" aria-label="{label}" xmlns="http://www.w3.org/2000/svg">'
    )
    return re.sub(r"<svg[^>]*>", lambda _: opening, text, count=1).strip()
