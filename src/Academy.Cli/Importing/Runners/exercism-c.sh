#!/bin/sh
# Runs the tests that the build has made, and tells Unity's lines "file:line:name:PASS" as TAP.
./tests.out 2>&1 | awk '
    { gsub(/\033\[[0-9;]*m/, "") }
    /^[^:]+:[0-9]+:[^:]+:(PASS|FAIL|IGNORE)/ {
        split($0, part, ":")
        status = part[4]; sub(/[^A-Z].*/, "", status)
        message = $0; sub(/^[^:]+:[0-9]+:[^:]+:(FAIL|IGNORE)(:[ ]*)?/, "", message)
        printf "%s %d - %s%s\n", (status == "FAIL" ? "not ok" : "ok"), ++count, part[3], (status == "IGNORE" ? " # SKIP" : "")
        if (status == "FAIL") { gsub(/"/, "\\\"", message); printf "  ---\n  message: \"%s\"\n  ...\n", message }
        fflush()
        next
    }
    { print "# " $0 }
    END { printf "1..%d\n", count }' > /report/report.tap
sed -i '1i TAP version 13' /report/report.tap
