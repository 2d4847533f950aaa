#!/bin/sh
# Measures a built Hoshimori on this machine and prints a table: src/bench/README.md.
# Usage: src/bench/run.sh [companies=1000] [seconds=10] [clients=1,8,32] [all|register|papers|risks]
set -eu
cd "$(dirname "$0")/../.."
jar=${HOSHIMORI_JAR:-target/hoshimori-0.1.0.jar}
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
# The default java may be older; a JDK 25 in the usual place is taken then.
for jdk in /usr/lib/jvm/*25*; do
    [ -n "${JAVA_HOME:-}" ] || [ ! -x "$jdk/bin/java" ] || java=$jdk/bin/java
done
[ -f "$jar" ] || { echo "Build it first: ./mvnw package ($jar is missing)" >&2; exit 1; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT INT TERM
# Unpacked as for production: an AOT cache remembers classes of plain jars, not of a jar inside a jar.
"$java" -Djarmode=tools -jar "$jar" extract --destination "$work/app" >/dev/null
exec_jar=$(basename "$jar")
"$java" -Dhttp.maxConnections=64 -cp "$(ls "$work"/app/lib/postgresql-*.jar)" src/bench/java/org/hoshimori/bench/Bench.java \
    "$java" "$work" "$exec_jar" "${1:-1000}" "${2:-10}" "${3:-1,8,32}" "${4:-all}"
