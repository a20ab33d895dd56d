"""
How soon a page shows its largest part on a phone, and what Lighthouse says of it, from `site/`.

    python tests/bench_pages.py

Lighthouse is the one that `tests/package.json` names, installed by npm into `.build/`. It looks at each page as on a
phone with a slow line; each figure is the median of the rounds, and behind it stands what was not passed. "robots-txt"
never is: the policy lets no page fetch anything, not even for Lighthouse. Where npm or the package is not to be had,
that is said, and Chromium alone measures the largest paint, slowed as Lighthouse slows it. On a machine that is busy
with other things pages block longer than they do.
"""

import gzip
import json
import os
import shutil
import statistics
import subprocess
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from chromium import ARGUMENTS, SIZES, launch_arguments

TESTS = Path(__file__).resolve().parent
ROOT = TESTS.parent
SITE = ROOT / "site"
INSTALLED = ROOT / ".build/npm"
LIGHTHOUSE = INSTALLED / "node_modules/.bin/lighthouse"
PAGES = {
    "home": "index.html",
    "guide": "mediation/what-it-is.html",
    "letter": "letters/mediation-request.html",
    "helper": "which-route.html",
    "tracker": "track/agreement-tracker.html",
}
SCORES = ("performance", "accessibility", "best-practices", "seo")
ROUNDS = 3
PACKED = {".html", ".css", ".js", ".json", ".svg", ".xml", ".txt"}
# A slow line and an old phone, as Lighthouse lays them on: delay in milliseconds, bytes a second, times slower.
LATENCY_MS, BYTES_PER_SECOND, SLOWED = 562.5, 1.44e6 / 8, 4
LARGEST = """() => new Promise(resolve => {
  new PerformanceObserver(list => resolve(list.getEntries().at(-1).startTime)).observe({ type: "largest-contentful-paint", buffered: true })
})"""


class Packing(SimpleHTTPRequestHandler):
    """
    Serves files as a host of websites does: words in gzip, on a line that stays open.
    """

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        file = Path(self.translate_path(self.path))
        if not file.is_file():
            self.send_error(404)
            return
        body = file.read_bytes()
        self.send_response(200)
        if file.suffix in PACKED:
            body = gzip.compress(body)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format, *args):
        pass


def serve() -> str:
    """
    Return the address at which the site stands until the program ends.
    """
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Packing, directory=str(SITE)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}/"


def install() -> str:
    """
    Install Lighthouse, unless it is there; return why that failed, or "".
    """
    wanted = (TESTS / "package-lock.json").read_bytes()
    noted = INSTALLED / "package-lock.json"
    if LIGHTHOUSE.exists() and noted.exists() and noted.read_bytes() == wanted:
        return ""
    npm = shutil.which("npm")
    if not npm:
        return "there is no npm here"
    INSTALLED.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copy(TESTS / name, INSTALLED)
    command = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
    ended = subprocess.run(command, cwd=INSTALLED, capture_output=True, text=True, timeout=600, check=False)
    return "" if ended.returncode == 0 else f"npm could not install it: {ended.stderr.strip().splitlines()[-1:]}"


def look(address: str) -> dict:
    """
    Return Lighthouse's report of a page, as on a phone.
    """
    command = [
        str(LIGHTHOUSE),
        address,
        "--quiet",
        "--output=json",
        f"--only-categories={','.join(SCORES)}",
        f"--chrome-flags=--headless=new {' '.join(ARGUMENTS)}",
    ]
    env = os.environ | {"CHROME_PATH": launch_arguments(whole=True)["executable_path"]}
    ended = subprocess.run(command, env=env, capture_output=True, text=True, timeout=180, check=True)
    return json.loads(ended.stdout)


def largest_of(report: dict) -> float:
    """
    Return when the largest part of a page is painted, in seconds.
    """
    return report["audits"]["largest-contentful-paint"]["numericValue"] / 1000


def faults_of(report: dict) -> list[str]:
    """
    Return what keeps a page from full marks: the names of the audits that count and are not passed.
    """
    weighed = {audit["id"] for name in SCORES for audit in report["categories"][name]["auditRefs"] if audit["weight"]}
    return sorted(name for name in weighed if (report["audits"][name]["score"] or 0) < 0.9 and is_scored(report, name))


def is_scored(report: dict, name: str) -> bool:
    """
    Whether an audit says something of this page.
    """
    return report["audits"][name]["scoreDisplayMode"] in ("binary", "numeric", "metricSavings")


def with_lighthouse(home: str) -> None:
    """
    Print what Lighthouse says of each page.
    """
    print(f"{'page':10} {'LCP, s':>7}  " + "  ".join(SCORES))
    for name, path in PAGES.items():
        reports = [look(home + path) for _ in range(ROUNDS)]
        largest = statistics.median(map(largest_of, reports))
        scores = [
            statistics.median((report["categories"][score]["score"] or 0) * 100 for report in reports)
            for score in SCORES
        ]
        told = "  ".join(f"{value:{len(score)}.0f}" for score, value in zip(SCORES, scores, strict=True))
        print(f"{name:10} {largest:7.2f}  {told}  {' '.join(faults_of(reports[-1]))}".rstrip())


def with_chromium_alone(home: str) -> None:
    """
    Print when the largest part of each page is painted, in a browser that is slowed as Lighthouse slows it.
    """
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_arguments())
        for name, path in PAGES.items():
            print(f"{name:10} {statistics.median(painted(browser, home + path) for _ in range(ROUNDS)):7.2f}")
        browser.close()


def painted(browser: Browser, address: str) -> float:
    """
    Return when the largest part of a page is painted, in seconds.
    """
    context = browser.new_context(viewport={"width": SIZES["phone"]["width"], "height": SIZES["phone"]["height"]})
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    line = {"latency": LATENCY_MS, "downloadThroughput": BYTES_PER_SECOND, "uploadThroughput": BYTES_PER_SECOND}
    session.send("Network.emulateNetworkConditions", {"offline": False, **line})
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWED})
    page.goto(address, wait_until="networkidle")
    found = page.evaluate(LARGEST) / 1000
    context.close()
    return found


def main() -> None:
    home = serve()
    if reason := install():
        print(f"Without Lighthouse, for {reason}. The largest paint in Chromium alone, slowed by itself, s:")
        with_chromium_alone(home)
    else:
        with_lighthouse(home)


if __name__ == "__main__":
    main()
