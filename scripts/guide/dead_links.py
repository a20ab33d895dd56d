"""
Whether what the built site links to on other sites is still there: `make links`.
"""

import re
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from guide.problems import Problem, report
from guide.site.outside import Answer, ask, outside_addresses
from guide.site.reading import read_site

ROOT = Path(__file__).resolve().parents[2]
# What holds addresses: pages, facts and settings, and the templates.
SOURCES = ("docs/**/*.yml", "docs/**/*.md", "mkdocs.yml", "overrides/**/*.html")


def main(root: Path, ask: Callable[[Iterable[str]], list[Answer]] = ask) -> int:
    """
    Print each address of the site in `root` that is dead, by file and line, and those that a person must open; return
    the exit status, 1 where one is dead.
    """
    if not (root / "site/index.html").is_file():
        print('There is no site yet. Build it first, with "make site".', file=sys.stderr)
        return 2
    sources = outside_addresses(read_site(root / "site"))
    answers = ask(sources)
    places = places_of([answer.address for answer in answers if answer.what], root)
    problems = [problem_of(answer, places[answer.address], sources) for answer in answers if answer.is_dead]
    unsure = [answer for answer in answers if answer.what and not answer.is_dead]
    if problems:
        print(report(problems))
    if unsure:
        print("\nA program cannot tell whether these are there. Open each once in a browser:")
        print(*(f"{answer.address} {answer.what}" for answer in unsure), sep="\n")
    print(f"\n{len(answers)} addresses of other sites, {len(problems)} dead, {len(unsure)} not sure.")
    return 1 if problems else 0


def problem_of(answer: Answer, places: list[tuple[str, int]], sources: dict[str, str]) -> Problem:
    """
    Return a dead address as a problem, at the first line that holds it, else on the first page that shows it.
    """
    path, line = places[0] if places else (sources[answer.address], 1)
    more = f" It is on {len(places) - 1} more lines; a search finds them." if len(places) > 1 else ""
    fix = f"Look for the page that took its place, or delete the link.{more}"
    return Problem(path, line, f'"{answer.address}" {answer.what}', fix, "outside-link-is-alive")


def places_of(addresses: list[str], root: Path) -> dict[str, list[tuple[str, int]]]:
    """
    Return the lines that hold each address, as path and line. One that only begins like it is another.
    """
    found: dict[str, list[tuple[str, int]]] = {address: [] for address in addresses}
    ends = {address: re.compile(rf"{re.escape(address)}(?![\w/?&=%~+-]|[.,;:]\w)") for address in addresses}
    for file in (file for pattern in SOURCES for file in sorted(root.glob(pattern))):
        for number, line in enumerate(file.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
            if "http" in line:
                for address in addresses:
                    if address in line and ends[address].search(line):
                        found[address].append((file.relative_to(root).as_posix(), number))
    return found


if __name__ == "__main__":
    sys.exit(main(ROOT))
