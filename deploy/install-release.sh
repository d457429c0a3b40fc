#!/bin/sh
# Copies a built and precompressed site to the server's folder and makes it live: deploy/install-release.sh SITE FOLDER,
#   RELOAD='systemctl reload nginx' deploy/install-release.sh dist /srv/sip-status-codes
# Until the copy is whole nothing changes for readers, and an interrupted run leaves only a folder *.incomplete.
set -eu

site=${1:?Name the built site, such as dist.}
folder=${2:?Name the folder to install to, such as /srv/sip-status-codes.}
name=${RELEASE:-$(date -u +%Y%m%dT%H%M%SZ)}
release=$folder/releases/$name

if [ ! -f "$site/_hosting/nginx.conf" ] || [ ! -f "$site/index.html" ]; then
  echo "$site is no built site; run: npm run build && npm run precompress" >&2
  exit 1
fi
if [ -e "$release" ]; then
  echo "$release exists; to make it live again run deploy/switch-release.sh." >&2
  exit 1
fi

case $name in
  *[!A-Za-z0-9._-]* | .*)
    echo "$name is no name of a release; letters, digits, dots, hyphens and underscores make one." >&2
    exit 1
    ;;
esac

mkdir -p "$folder/releases"
rm -rf "$release.incomplete"
# With their times: servers make the ETag of a file from its time and length.
cp -Rp "$site" "$release.incomplete"
if ! (cd "$release.incomplete" && sha256sum --check --quiet _hosting/hashed-files.txt); then
  echo "$site is not as it was built, or the copy is damaged; build again. Nothing went live." >&2
  exit 1
fi
mv "$release.incomplete" "$release"
exec "$(dirname "$0")/switch-release.sh" "$folder" "$name"
