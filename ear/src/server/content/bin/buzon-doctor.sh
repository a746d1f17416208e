#!/bin/sh
# Examines what the sync with the ticketing system needs, or tells what it would do with a case. Works whether the server
# runs or not, with the same environment variables; see ear/docs/operate.md.
#   buzon-doctor.sh [--lang es|en] [--plan CASE]

set -eu
home=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
ear=${BUZON_EAR:-$home/standalone/deployments/buzon.ear}
if [ -n "${JAVA_HOME:-}" ]; then
    java=$JAVA_HOME/bin/java
    jar=$JAVA_HOME/bin/jar
else
    java=java
    jar=jar
fi
if [ ! -f "$ear" ]; then
    echo "There is no $ear: set BUZON_EAR to where buzon.ear lies." >&2
    exit 2
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM
cd "$work"
if command -v unzip >/dev/null 2>&1; then
    unzip -q "$ear" 'buzon-connector.jar' 'buzon-ejb.jar' 'lib/*'
else
    "$jar" xf "$ear" buzon-connector.jar buzon-ejb.jar lib
fi
path="buzon-connector.jar:buzon-ejb.jar:lib/*:$home/modules/org/postgresql/main/*"
for module in jakarta/json/api org/eclipse/parsson jakarta/enterprise/api jakarta/inject/api jakarta/annotation/api \
    jakarta/transaction/api org/eclipse/microprofile/config/api; do
    path="$path:$home/modules/system/layers/base/$module/main/*"
done

status=0
# shellcheck disable=SC2086 # the options are a list
"$java" -Xmx256m -Dfile.encoding=UTF-8 -Djava.util.logging.config.file=/dev/null ${BUZON_DOCTOR_OPTS:-} \
    -cp "$path" cl.buzon.connector.operation.DoctorCommand "$@" || status=$?
exit "$status"
