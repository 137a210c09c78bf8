"""What the tests of a page share."""

import pytest

from tests.report.reading import DRAFT


@pytest.fixture(scope="session")
def drafts(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    folder = tmp_path_factory.mktemp("drafts")
    paths = []
    for name, months, title in (("five", 5, "Five months of benefit"), ("one", 1, "One month of benefit")):
        path = folder / f"{name}.yaml"
        path.write_text(DRAFT.format(name=name, months=months, title=title))
        paths.append(str(path))
    return paths
