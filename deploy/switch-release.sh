#!/bin/sh
# Makes a release the live one: deploy/switch-release.sh FOLDER RELEASE, such as
#   RELOAD='systemctl reload nginx' deploy/switch-release.sh /srv/sip-status-codes 20261122T100000Z
# Forth and back alike: readers who have a page of the release that was live still get the hashed files it names.
set -eu

folder=$(cd "${1:?Name the folder of the site, such as /srv/sip-status-codes.}" && pwd)
case ${2:?Name the release, such as 20261122T100000Z.} in
  *[!A-Za-z0-9._-]* | .*)
    echo "$2 is no name of a release; letters, digits, dots, hyphens and underscores make one." >&2
    exit 1
    ;;
esac
release=$folder/releases/$2
live=$(readlink "$folder/live" || true)

if [ ! -f "$release/_hosting/nginx.conf" ]; then
  echo "$release is no whole release; see what there is in $folder/releases." >&2
  exit 1
fi

if [ -n "$live" ] && [ -f "$folder/$live/_hosting/hashed-files.txt" ]; then
  while read -r _ path; do
    for file in "$path" "$path.br" "$path.gz"; do
      if [ -f "$folder/$live/$file" ] && [ ! -e "$release/$file" ]; then
        mkdir -p "$(dirname "$release/$file")"
        cp -p "$folder/$live/$file" "$release/$file"
      fi
    done
  done < "$folder/$live/_hosting/hashed-files.txt"
fi

# Root and headers change in one reload: a page never meets the policy of another release.
point_to() {
  printf 'map "" $site_root {\n  default "%s";\n}\ninclude "%s/_hosting/nginx.conf";\n' "$1" "$1" > "$folder/release.conf.new"
  printf 'root * "%s"\nimport "%s/_hosting/Caddyfile"\n' "$1" "$1" > "$folder/release.caddy.new"
  mv -f "$folder/release.conf.new" "$folder/release.conf"
  mv -f "$folder/release.caddy.new" "$folder/release.caddy"
  ln -sfn "releases/${1##*/}" "$folder/live"
}
point_to "$release"

if [ -n "${RELOAD:-}" ]; then
  if ! sh -c "$RELOAD"; then
    # What runs is the release before; a server that starts anew has to find it too.
    if [ -n "$live" ]; then
      point_to "$folder/$live"
      echo "The server refused to reload; ${live##*/} stays live." >&2
    else
      echo "The server refused to reload; nothing went live." >&2
    fi
    exit 1
  fi
  echo "$2 is live."
else
  echo "$2 goes live when the server reloads its configuration."
fi
