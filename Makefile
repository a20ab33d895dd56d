# What a person types. Each line of a recipe is what one without make would type.

.PHONY: site serve check due test quick test-all bench score marks links lint reference help

# The guide in site/: checks, pages, printed books.
site: .venv/installed
	.venv/bin/python scripts/build.py

# The guide at a local address; pages are built anew as you write.
serve: .venv/installed
	NO_MKDOCS_2_WARNING=1 .venv/bin/mkdocs serve

# Only the checks of the words, in seconds.
check: .venv/installed
	.venv/bin/python scripts/build.py check

# The facts that are due for another look, with the pages, letters and books that rest on them.
due: .venv/installed
	.venv/bin/python scripts/build.py due

# Form and types of the code, then all tests but the exhaustive ones, browser included, on all processors at once.
test: lint
	sh scripts/chromium.sh
	.venv/bin/python -m pytest -n auto --dist worksteal -m "not exhaustive"

# The tests of rules, data and blocks, and one page of each kind, in a minute.
quick: .venv/installed-test
	sh scripts/chromium.sh
	.venv/bin/python -m pytest -n auto --dist worksteal tests/test_rules.py tests/test_data.py tests/test_blocks.py tests/test_written_pages.py \
	  tests/test_problems.py tests/test_routes.py tests/test_limits.py tests/browser/test_pages.py

# Every test, the exhaustive ones too: every combination, whole builds made twice.
test-all: lint
	sh scripts/chromium.sh
	.venv/bin/python -m pytest -n auto --dist worksteal

# How fast it is: the build as ratios, a letter in the browser in milliseconds.
bench: .venv/installed-test site
	sh scripts/chromium.sh
	.venv/bin/python tests/bench.py
	.venv/bin/python tests/bench_deadlines.py
	.venv/bin/python tests/bench_tracker.py
	.venv/bin/python tests/bench_routes.py
	.venv/bin/python tests/bench_letter.py
	.venv/bin/python tests/bench_our_file.py
	.venv/bin/python tests/bench_saving.py
	.venv/bin/python tests/bench_search.py
	.venv/bin/python tests/bench_pages.py
	.venv/bin/python tests/bench_reader.py

# How well the reader reads papers: those of tests/papers, or of another folder of either form, PAPERS=folder.
score: .venv/installed-test site
	sh scripts/chromium.sh
	.venv/bin/python tests/score_papers.py $(PAPERS)

# What a weak word would mark in the open drafts: WORD="as [time|staff] allow*".
marks: .venv/installed-test
	sh scripts/chromium.sh
	.venv/bin/python tests/marks.py "$(WORD)"

# Whether the addresses of other sites still lead somewhere: asks each of them, politely, for some minutes.
links: site
	.venv/bin/python -m guide.dead_links

# The reference of the data files, from their models.
reference: .venv/installed
	.venv/bin/python -m guide.data.reference

# Slips and form of the code: ruff, types, scripts of the browser.
lint: .venv/installed-test
	.venv/bin/ruff check
	.venv/bin/ruff format --check
	.venv/bin/basedpyright
	.venv/bin/oxlint overrides/assets/guide

# These verbs, each with what it does.
help:
	@awk '/^# / { said = substr($$0, 3); next } /^[a-z-]+:/ && said { printf "make %-9s %s\n", substr($$1, 1, length($$1) - 1), said } { said = "" }' Makefile

.venv/installed: requirements.txt pyproject.toml
	python3 scripts/python_version.py
	python3 -m venv .venv
	.venv/bin/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	.venv/bin/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch .venv/installed

.venv/installed-test: .venv/installed requirements-test.txt
	.venv/bin/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-test.txt
	touch .venv/installed-test
