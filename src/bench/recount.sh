#!/bin/sh
# Counts the risks of 10,000 assets anew, with JMH: src/bench/README.md. Usage: src/bench/recount.sh [options of JMH]
set -eu
cd "$(dirname "$0")/../.."
jar=${HOSHIMORI_JAR:-target/hoshimori-0.1.0.jar}
bin=${JAVA_HOME:+$JAVA_HOME/bin/}
# The default java may be older; a JDK 25 in the usual place is taken then.
for jdk in /usr/lib/jvm/*25*; do
    [ -n "${JAVA_HOME:-}" ] || [ ! -x "$jdk/bin/java" ] || bin=$jdk/bin/
done
[ -f "$jar" ] || { echo "Build it first: ./mvnw package ($jar is missing)" >&2; exit 1; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT INT TERM
for part in org.openjdk.jmh:jmh-core:1.37 org.openjdk.jmh:jmh-generator-annprocess:1.37 \
    net.sf.jopt-simple:jopt-simple:5.0.4 org.apache.commons:commons-math3:3.6.1; do
    ./mvnw -q -B org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy \
        -Dartifact="$part" -DoutputDirectory="$work/jmh" >&2
done
"${bin}java" -Djarmode=tools -jar "$jar" extract --destination "$work/app" >/dev/null
path="$work/app/$(basename "$jar"):$work/app/lib/*:$work/jmh/*"
"${bin}javac" -nowarn -proc:full -processorpath "$(echo "$work"/jmh/*.jar | tr ' ' :)" -cp "$path" -d "$work/classes" \
    src/bench/jmh/org/hoshimori/bench/Recount.java
"${bin}java" -cp "$work/classes:$path" org.openjdk.jmh.Main "$@"
