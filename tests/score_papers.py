"""
Reads every paper of a folder with the reader as it ships, and prints the scorer's figures: make score PAPERS=folder.

    python tests/score_papers.py [FOLDER] [--show]         after scripts/build.py

A folder has one of two forms, or folders of these forms in it (tests/papers/): drafts of agreements, NAME.txt, .docx or
.pdf with NAME.yml; or school papers, files/ with truth/. The scorers are those of tests/papers/. What was found is left
in .build/findings/.
"""

import json
import subprocess
import sys
from pathlib import Path

from paper_reader import AGREEMENTS, find_all, folders_of, form_of, reading_page

ROOT = Path(__file__).resolve().parent.parent
OPEN_PAPERS = ROOT / "tests/papers"
SCORERS = {"agreement": OPEN_PAPERS / "agreements/score.py", "paper": OPEN_PAPERS / "papers/score.py"}


def score(folder: Path, findings: Path, options: list[str]) -> str:
    """
    Return what the scorer of a folder's form says of the findings in a file.
    """
    form = form_of(folder)
    truth = folder if form == AGREEMENTS else folder / "truth"
    extra = ["--all"] if form != AGREEMENTS else []
    command = [sys.executable, str(SCORERS[form]), str(truth), str(findings), *extra, *options]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def main(arguments: list[str]) -> int:
    places = [one for one in arguments if not one.startswith("--")]
    folders = folders_of(Path(places[0]) if places else OPEN_PAPERS)
    if not folders:
        print("No papers here: neither NAME.txt with NAME.yml, nor files/ with truth/.", file=sys.stderr)
        return 2
    out = ROOT / ".build/findings"
    out.mkdir(parents=True, exist_ok=True)
    for folder in folders:
        findings = out / f"{folder.name}.json"
        with reading_page(ROOT / "site", form_of(folder)) as page:
            findings.write_text(json.dumps(find_all(page, folder), ensure_ascii=False, indent=1), encoding="utf-8")
        show = {"agreement": "--show", "paper": "--list"}[form_of(folder)]
        print(f"{folder}\n{score(folder, findings, [show] if '--show' in arguments else [])}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
