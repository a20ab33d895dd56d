"""
What runs on GitHub: free of weak spots and slips, it ends, publishes whole, and opens one issue.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from copies import ROOT, change

WORKFLOWS = ROOT / ".github/workflows"
FILES = sorted(WORKFLOWS.glob("*.yml"))
# Each with what must run: weak spots, then slips.
TOOLS = {
    "zizmor": ("--offline", "--no-progress", "--persona", "pedantic"),
    "check-jsonschema": ("--builtin-schema", "vendor.github-workflows"),
}
# The tool that must speak, and the fault: what stands in publish.yml, and what is planted.
PLANTED = [
    ("zizmor", "@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1", "@v7"),
    ("zizmor", "        with:\n          persist-credentials: false\n", ""),
    ("zizmor", "run: make site", "run: echo ${{ github.event.pull_request.title }}"),
    ("zizmor", "  pull_request:\n", "  pull_request_target:\n"),
    ("check-jsonschema", "timeout-minutes: 15", "timeout-minute: 15"),
    ("check-jsonschema", "runs-on: ubuntu-24.04", "run-on: ubuntu-24.04"),
]
# Instead of GitHub's own program: notes what it is asked, and answers what it was told to.
GH = """#!/bin/sh
echo "$@" >> "$FOLDER/asked.txt"
case "$1 $2" in
  "$FAILS") exit 1 ;;
  "repo view") echo "$HAS_ISSUES" ;;
  "issue list") echo "$NUMBER" ;;
esac
"""
DUE = 'docs/_data/facts/a.yml:1: "a" has no check.\n1 of 2 facts are due: 1 without a check.\n'
NOTHING_DUE = "0 of 2 facts are due: 0 without a check.\n"


def run_tool(name: str, *files: Path) -> subprocess.CompletedProcess:
    """
    Return how a tool ended that looked through workflows.
    """
    program = Path(sys.executable).parent / name
    return subprocess.run([program, *TOOLS[name], *files], capture_output=True, text=True, encoding="utf-8")


def read_workflow(file: Path) -> dict:
    """
    Return a workflow; its key "on" is read as the word, not as a truth.
    """
    return yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)


@pytest.mark.parametrize("tool", TOOLS)
def test_the_workflows_are_in_order(tool):
    """
    Neither weak spots nor slips.
    """
    ended = run_tool(tool, *FILES)

    assert 0 == ended.returncode, ended.stdout + ended.stderr


@pytest.mark.parametrize("tool, old, new", PLANTED, ids=lambda part: part.strip()[:30])
def test_a_planted_fault_is_found(tmp_path, tool, old, new):
    """
    An action that can move, a token that stays, words of a stranger in a shell, a misspelled key.
    """
    file = tmp_path / "publish.yml"
    file.write_text((WORKFLOWS / "publish.yml").read_text(encoding="utf-8"), encoding="utf-8")
    change(file, old, new)

    ended = run_tool(tool, file)

    assert 0 != ended.returncode and "publish.yml" in ended.stdout + ended.stderr


def test_every_job_ends():
    """
    A job that hangs is ended long before GitHub's own limit of six hours.
    """
    jobs = [(file.name, name, job) for file in FILES for name, job in read_workflow(file)["jobs"].items()]

    assert [] == [(file, name) for file, name, job in jobs if not 0 < int(job.get("timeout-minutes", 0)) <= 60]


def test_a_deploy_is_never_cut_off():
    """
    A newer run takes the place of an older one on pull requests alone: these publish nothing.
    """
    workflow = read_workflow(WORKFLOWS / "publish.yml")

    assert "${{ github.event_name == 'pull_request' }}" == workflow["concurrency"]["cancel-in-progress"]
    assert "github.event_name != 'pull_request'" in workflow["jobs"]["publish"]["if"]


def test_only_what_needs_it_may_write():
    """
    One job may put the pages online, one may write issues; neither runs code of a pull request.
    """
    found = {
        (file.name, name): sorted(what for what, may in job.get("permissions", {}).items() if may == "write")
        for file in FILES
        for name, job in read_workflow(file)["jobs"].items()
    }

    assert {("publish.yml", "publish"): ["id-token", "pages"], ("due.yml", "due"): ["issues"]} == {
        job: may for job, may in found.items() if may
    }
    assert ["schedule", "workflow_dispatch"] == sorted(read_workflow(WORKFLOWS / "due.yml")["on"])


def run_step(step: dict, folder: Path, **told: str) -> int:
    """
    Return how a step of a workflow ended that ran in a folder, as GitHub runs it; `told` is for the stand-in of `gh`.
    """
    (folder / "gh").write_text(GH, encoding="utf-8")
    (folder / "gh").chmod(0o755)
    github = {"GH_REPO": "us/guide", "GITHUB_STEP_SUMMARY": str(folder / "summary.md"), "FOLDER": str(folder)}
    path = {"PATH": f"{folder}{os.pathsep}{os.environ['PATH']}"}
    return subprocess.run(["bash", "-e", "-c", step["run"]], cwd=folder, env=path | github | told).returncode


@pytest.mark.parametrize("fails", ["repo view", "label create", "issue list", "issue create"])
def test_a_list_that_cannot_be_told_fails_the_run(tmp_path, fails):
    """
    Where GitHub refuses something, the run is red: nobody looks at the page of one that is green.
    """
    step = read_workflow(WORKFLOWS / "due.yml")["jobs"]["due"]["steps"][-1]
    (tmp_path / "due.txt").write_text(DUE, encoding="utf-8")

    assert 1 == run_step(step, tmp_path, HAS_ISSUES="true", NUMBER="", FAILS=fails)
    assert DUE in (tmp_path / "summary.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "due, has_issues, number, expected",
    [
        (DUE, "true", "", "issue create"),
        (DUE, "true", "7", "issue edit 7"),
        (NOTHING_DUE, "true", "7", "issue edit 7"),
        (NOTHING_DUE, "true", "", ""),
        (DUE, "false", "", ""),
    ],
)
def test_what_is_due_becomes_one_issue(tmp_path, due, has_issues, number, expected):
    """
    The first list opens an issue, each later one is written into it, nothing due opens none; and a copy without issues has the
    list on the page of the run.
    """
    step = read_workflow(WORKFLOWS / "due.yml")["jobs"]["due"]["steps"][-1]
    (tmp_path / "due.txt").write_text(due, encoding="utf-8")

    assert 0 == run_step(step, tmp_path, HAS_ISSUES=has_issues, NUMBER=number)

    asked = (tmp_path / "asked.txt").read_text(encoding="utf-8").splitlines()
    written = [line for line in asked if line.startswith(("issue create", "issue edit"))]
    # Between these marks GitHub shows each line as a line of its own.
    assert f"```text\n{due}```\n" in (tmp_path / "summary.md").read_text(encoding="utf-8")
    assert [expected] == [line[: len(expected)] for line in written] if expected else [] == written
    if written:
        issue = (tmp_path / "issue.md").read_text(encoding="utf-8")
        assert [] == [line for line in due.splitlines() if f"\n{line}\n" not in issue]
        assert "make due" not in issue


def test_a_list_too_long_for_an_issue_says_so(tmp_path):
    """
    GitHub takes no more than 65,536 characters: the issue has whole lines, the sum, and how to see the rest.
    """
    rows = [f'docs/_data/facts/a.yml:{line}: "a-fact-{line}" has no check. Pages: {"x" * 100}.' for line in range(999)]
    total = "999 of 999 facts are due: 999 without a check."
    (tmp_path / "due.txt").write_text("\n".join([*rows, total, ""]), encoding="utf-8")
    step = read_workflow(WORKFLOWS / "due.yml")["jobs"]["due"]["steps"][-1]

    assert 0 == run_step(step, tmp_path, HAS_ISSUES="true", NUMBER="7")

    issue = (tmp_path / "issue.md").read_text(encoding="utf-8")
    listed = issue.partition("```text\n")[2].partition("```")[0].splitlines()
    assert len(issue) < 65_536 and 300 < len(listed) and listed == rows[: len(listed)]
    assert total in issue and "make due" in issue
    assert rows[-1] in (tmp_path / "summary.md").read_text(encoding="utf-8")
