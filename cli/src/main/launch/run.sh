# The end of every launcher: runs winnow with what it found. Sourced with
#   home      the folder with rules/ and seeds/
#   launch    the folder of this file
#   java      the home of a Java
#   jar       winnow's jar
#   options   a file of more options for this build and Java, or empty
#   archive   what Java starts from, wherever it lies, or empty

# Java's second compiler makes long work faster, and takes seconds of another core: below 64 MB it costs more than it saves.
short=@$launch/short.options
for word; do
  if [ -f "$word" ] && [ "$(wc -c <"$word")" -gt 67108864 ]; then short=; fi
done
# Where results go and how wide that is: Java 17 tells only whether both ends are a terminal.
if [ -t 1 ]; then terminal=true; else terminal=false; fi
if [ -t 1 ] && [ -z "${COLUMNS-}" ]; then
  COLUMNS=$(stty size 2>/dev/null </dev/tty) && export COLUMNS="${COLUMNS##* }"
fi

set -- -Dwinnow.home="$home" -Dwinnow.terminal="$terminal" -jar "$jar" "$@"
[ -z "$archive" ] || set -- "-XX:AOTCache=$archive" '-Xlog:cds*=off' '-Xlog:aot*=off' "$@"
[ -z "$options" ] || set -- @"$options" "$@"
case ${WINNOW_JAVA_OPTS-} in *-XX:+Use*GC*) ;; *) set -- -XX:+UseSerialGC "$@" ;; esac
set -f # what follows is split into words, and none of them is a pattern
exec "$java/bin/java" @"$launch/java.options" ${short:+"$short"} ${WINNOW_JAVA_OPTS-} "$@"
