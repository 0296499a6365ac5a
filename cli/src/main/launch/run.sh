# The last part of every launcher, which runs winnow. Sourced with these variables:
#   home      the folder with rules/ and seeds/
#   launch    the folder of this file
#   java      the home of a Java
#   jar       winnow's jar
#   options   a file with further options for this build and Java, or empty
#   archive   the cache for faster starts, or empty

# The optimizing compiler of the JVM speeds up long runs but takes seconds of another core: it pays from 64 MB of input.
short=@$launch/short.options
before=
for word; do
  case $before in
    -o | --output) ;; # an output that will be overwritten is no input
    *) if [ -f "$word" ] && [ "$(wc -c <"$word")" -gt 67108864 ]; then short=; fi ;;
  esac
  before=$word
done
# Detects a terminal and its width; Java 17 can tell only whether input and output both are a terminal.
if [ -t 1 ]; then terminal=true; else terminal=false; fi
if [ -t 1 ] && [ -z "${COLUMNS-}" ]; then
  COLUMNS=$(stty size 2>/dev/null </dev/tty) && export COLUMNS="${COLUMNS##* }"
fi

# Jars in features/ add commands.
plain=yes
for feature in "$home"/features/*.jar; do
  [ ! -f "$feature" ] || plain=
done
if [ -n "$plain" ]; then
  set -- -jar "$jar" "$@"
else
  set -- --enable-native-access=ALL-UNNAMED -cp "$jar:$home/features/*" dev.winnow.cli.Main "$@"
fi
set -- -Dwinnow.home="$home" -Dwinnow.terminal="$terminal" "$@"
[ -z "$archive" ] || set -- "-XX:AOTCache=$archive" '-Xlog:cds*=off' '-Xlog:aot*=off' "$@"
[ -z "$options" ] || set -- @"$options" "$@"
case ${WINNOW_JAVA_OPTS-} in *-XX:+Use*GC*) ;; *) set -- -XX:+UseSerialGC "$@" ;; esac
set -f # the options are split into words without expanding patterns
exec "$java/bin/java" @"$launch/java.options" ${short:+"$short"} ${WINNOW_JAVA_OPTS-} "$@"
