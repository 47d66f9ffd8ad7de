# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced by app/run and tests/run: which Debian packages Homeward needs, and how to get the missing ones.

packages_build="build-essential pkg-config meson ninja-build gettext python3 libglib2.0-dev libsqlite3-dev libcsv-dev libxml2-dev libzip-dev libxlsxwriter-dev libicu-dev"
packages_window="libgtk-4-dev libadwaita-1-dev desktop-file-utils adwaita-icon-theme hicolor-icon-theme librsvg2-common fonts-cantarell fonts-noto-core dconf-gsettings-backend gsettings-desktop-schemas"
packages_tests="sqlite3 libxml2-utils appstream xvfb xauth dbus at-spi2-core x11-utils xdotool xclip openbox imagemagick python3-gi gir1.2-atspi-2.0 gir1.2-gtk-4.0"

# install_missing PACKAGE...: installs what is not there, and asks for root only then
install_missing() {
  local missing="" package as_root=""
  for package in "$@"; do
    dpkg-query -W -f '${db:Status-Status}\n' "$package" 2>/dev/null | grep -qx installed || missing="$missing $package"
  done
  [ -n "$missing" ] || return 0
  if [ "$(id -u)" != 0 ]; then
    command -v sudo >/dev/null || { echo "Please install as root: apt-get install$missing" >&2; return 1; }
    as_root=sudo
  fi
  echo "Installing from Debian:$missing"
  $as_root apt-get -qq update
  # shellcheck disable=SC2086
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=400 install -y --no-install-recommends $missing >"${TMPDIR:-/tmp}/homeward-install.$$.log" 2>&1 ||
    { tail -5 "${TMPDIR:-/tmp}/homeward-install.$$.log" >&2; return 1; }
  rm -f "${TMPDIR:-/tmp}/homeward-install.$$.log"
}

# build_in FOLDER OPTION...: sets FOLDER up when it is new, and builds
build_in() {
  local folder=$1; shift
  local log=$folder.log
  if [ -e "$folder/build.ninja" ]; then
    meson configure "$folder" "$@" >"$log" 2>&1 || { tail -20 "$log" >&2; return 1; }
  else
    meson setup "$folder" "$@" >"$log" 2>&1 || { tail -20 "$log" >&2; return 1; }
  fi
  ninja -C "$folder" >"$log" 2>&1 || { grep -E -A8 'FAILED|error:' "$log" | head -60 >&2; return 1; }
}
