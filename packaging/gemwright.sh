#!/bin/sh
# Starts Gemwright with its own runtime, whatever java is on the path.
# Follows links, so that a link in /usr/local/bin works.
self=$0
while [ -h "$self" ]; do
  link=$(readlink "$self")
  case $link in
    /*) self=$link ;;
    *) self=${self%/*}/$link ;;
  esac
done
case $self in
  */*) bin=${self%/*} ;;
  *) bin=. ;;
esac
home=$(cd "$bin/.." && pwd -P) || exit 4

# Subcommands that answer at once have a cache of their own, and need no optimizing compiler.
case ${1:-} in
  version | --version | -V | help | --help | -h | scan | inspect | convert | predict)
    start="-XX:AOTCache=$home/gemwright.aot"
    compiler=-XX:TieredStopAtLevel=1 ;;
  # A server lives long: what was recorded of the window's ways would hold its own compiler back
  # by a third, and it needs a small heap that young objects die in.
  serve)
    start="-XX:AOTCache=$home/gemwright.aot"
    compiler="-Xms64m -Xmn40m -XX:SurvivorRatio=3" ;;
  *)
    start="-XX:AOTCache=$home/window.aot"
    compiler= ;;
esac

exec "$home/runtime/bin/java" \
  "$start" $compiler \
  -Xlog:disable \
  --enable-native-access=ALL-UNNAMED \
  -XX:+UseSerialGC \
  -Xss2m \
  -Dfile.encoding=UTF-8 \
  -Dgemwright.home="$home" \
  -Donnxruntime.native.path="$home/natives/onnxruntime" \
  $GEMWRIGHT_JAVA_OPTIONS \
  -cp "$home/lib/gemwright.jar" gemwright.Main "$@"
