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

exec "$home/runtime/bin/java" \
  -XX:AOTCache="$home/gemwright.aot" \
  -Xlog:disable \
  --enable-native-access=ALL-UNNAMED \
  -XX:+UseSerialGC \
  -Xss2m \
  -Dfile.encoding=UTF-8 \
  -Dgemwright.home="$home" \
  -Donnxruntime.native.path="$home/natives/onnxruntime" \
  $GEMWRIGHT_JAVA_OPTIONS \
  -cp "$home/lib/gemwright.jar" gemwright.Main "$@"
