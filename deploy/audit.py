"""Ask the advisory service about every installed library; say so, and pass, where it cannot be reached.

An advisory is accepted by name alone, with the reason why it does not reach us. One that no longer applies is told.
"""

import json
import subprocess
import sys
from typing import Any

# openfisca-core 46 asks for gunicorn below 23 and flask-cors below 4.
ACCEPTED = {
    "CVE-2024-6827": "gunicorn: our worker refuses every Transfer-Encoding but `chunked` (web/worker.py)",
    "CVE-2024-1681": "flask-cors: writes addresses to its debug log, which is never written",
    "CVE-2024-6221": "flask-cors: private networks; this version sends no header about them",
    "CVE-2024-6839": "flask-cors: the order of patterns of paths; we have one for all paths",
    "CVE-2024-6844": "flask-cors: a plus in a path; we have one rule for all paths",
    "CVE-2024-6866": "flask-cors: capital letters in a path; we have one rule for all paths",
}


def main() -> int:
    """Return 1 if a library has an advisory that is not accepted."""
    command = [sys.executable, "-m", "pip_audit", "--format", "json", "--progress-spinner", "off", "--timeout", "10"]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=180, check=False)
        libraries: list[dict[str, Any]] = json.loads(done.stdout)["dependencies"]
    except (subprocess.TimeoutExpired, json.JSONDecodeError):
        libraries = []
    asked = [library for library in libraries if "vulns" in library]
    if not asked:
        print("audit: skipped, for the advisory service cannot be reached")
        return 0
    found = {
        (library["name"], library["version"], vulnerability["id"]): {vulnerability["id"], *vulnerability["aliases"]}
        for library in asked
        for vulnerability in library["vulns"]
    }
    open_ones = {key: names for key, names in found.items() if not names & ACCEPTED.keys()}
    for name, version, advisory in sorted(open_ones):
        print(f"audit: {name} {version} has {advisory}: upgrade it, or accept it with a reason")
    for advisory in sorted(ACCEPTED.keys() - set().union(*found.values())):
        print(f"audit: {advisory} is accepted, but no longer applies: take it off the list")
    print(f"audit: {len(asked)} of {len(libraries)} libraries asked about, {len(open_ones)} advisories open")
    return 1 if open_ones else 0


if __name__ == "__main__":
    sys.exit(main())
