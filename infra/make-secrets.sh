#!/bin/sh
# Makes the one secret that docker-compose.yml needs from outside: the password of PostgreSQL's superuser, in a file.
# Every other secret is made by `prepare` and the program in the volume `keys`. Running it again changes nothing.
set -eu
umask 077
folder="$(dirname "$0")/secrets"
mkdir -p "$folder"
file="$folder/postgres-bootstrap"
if [ -s "$file" ]; then
  echo "$file is there already."
else
  head -c 32 /dev/urandom | base64 | tr '+/' '-_' | tr -d '=\n' >"$file"
  echo "Made $file. Keep a copy of it in a safe place that is not this computer."
fi
# The containers read it as users of their own; the folder stays closed to the users of this computer.
chmod 644 "$file"
