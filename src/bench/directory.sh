#!/bin/sh
# Takes many sample declarations over, searches them and prints a table: src/bench/README.md.
# Usage: src/bench/directory.sh [declarations=500000] [seconds=5] [clients=8]
#        src/bench/directory.sh decisions [applications=10000]
set -eu
cd "$(dirname "$0")/../.."
jar=${HOSHIMORI_JAR:-target/hoshimori-0.1.0.jar}
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
# The default java may be older; a JDK 25 in the usual place is taken then.
for jdk in /usr/lib/jvm/*25*; do
    [ -n "${JAVA_HOME:-}" ] || [ ! -x "$jdk/bin/java" ] || java=$jdk/bin/java
done
[ -f "$jar" ] || { echo "Build it first: ./mvnw package ($jar is missing)" >&2; exit 1; }
only=""
if [ "${1:-}" = decisions ]; then
    only=decisions
    set -- "${2:-10000}"
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT INT TERM
"$java" -Djarmode=tools -jar "$jar" extract --destination "$work/app" >/dev/null
"$java" -Dhttp.maxConnections=64 -cp "$(echo "$work"/app/lib/postgresql-*.jar)" src/bench/java/org/hoshimori/bench/DirectoryBench.java \
    "$java" "$work" "$(basename "$jar")" "${1:-500000}" "${2:-5}" "${3:-8}" $only
