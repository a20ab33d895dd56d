#!/bin/sh
# Installs the browsers that the tests run in, where it may; elsewhere says what to type. Publishing needs none of this.
set -eu

packages=""
# The driver of Playwright needs libatomic; a page without a font shows no text.
.venv/bin/playwright --version >/dev/null 2>&1 || packages="$packages libatomic1"
found=""
# The headless shell alone is not enough: it does not bring a page back whole when a parent goes back.
for name in chromium chromium-browser google-chrome google-chrome-stable; do
  if command -v "$name" >/dev/null 2>&1; then found=$name; fi
done
if [ -d "/Applications/Google Chrome.app" ]; then found=chrome; fi
[ -n "$found" ] || packages="$packages chromium fonts-liberation"
# Three journeys run in Firefox too, where the system has it.
if ! command -v firefox-esr >/dev/null 2>&1 && ! command -v firefox >/dev/null 2>&1 && command -v apt-get >/dev/null 2>&1; then
  packages="$packages firefox-esr"
fi
[ -n "$packages" ] || exit 0

if command -v apt-get >/dev/null 2>&1; then
  if [ "$(id -u)" = 0 ]; then
    as_root=""
  elif command -v sudo >/dev/null 2>&1 && { sudo -n true 2>/dev/null || [ -t 0 ]; }; then
    as_root="sudo"
  else
    echo "The browser for the tests is missing. Type this, then run the command again:" >&2
    echo "  su -c 'apt-get update && apt-get install -y --no-install-recommends$packages'" >&2
    exit 1
  fi
  echo "Installing$packages" >&2
  $as_root apt-get update -qq
  # Debian has Chromium without windows too, in which a page opens faster. Most tests run in it.
  if apt-cache show chromium-headless-shell >/dev/null 2>&1; then
    packages=$(echo "$packages" | sed "s/ chromium / chromium chromium-headless-shell /")
  fi
  # shellcheck disable=SC2086  # the names are words of their own
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $packages >/dev/null
  exit 0
fi

echo "The browser for the tests is missing. Type this, then run the command again:" >&2
if [ "$(uname)" = Darwin ]; then
  echo "  brew install --cask google-chrome" >&2
elif command -v dnf >/dev/null 2>&1; then
  echo "  sudo dnf install chromium" >&2
elif command -v pacman >/dev/null 2>&1; then
  echo "  sudo pacman -S chromium" >&2
else
  echo "  (with your system's installer) chromium" >&2
fi
exit 1
