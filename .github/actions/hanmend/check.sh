#!/usr/bin/env bash
# The check of the action: annotations on standard output; the SARIF file, the job summary and the text of the comment as files.
# Always ends with 0: the status goes to the outputs of the step, so that the uploads after it still run.
set -uo pipefail

mapfile -t paths < <(printf '%s\n' "${PATHS:?}" | sed '/^[[:space:]]*$/d')
options=(--fail-on "${FAIL_ON:-review}")
[ -z "${OUTPUT:-}" ] || options+=(--output "$OUTPUT")
[ -z "${BASELINE:-}" ] || options+=(--baseline "$BASELINE")
[ -z "${CHANGED_SINCE:-}" ] || options+=(--changed-since "$CHANGED_SINCE")

hanmend check "${paths[@]}" "${options[@]}" --format github
status=$?
echo "status=$status" >>"$GITHUB_OUTPUT"

work="$RUNNER_TEMP/hanmend"
if [ "${SARIF:-false}" = true ]; then
    hanmend check "${paths[@]}" "${options[@]}" --format sarif -o "$work/hanmend.sarif"
    [ ! -f "$work/hanmend.sarif" ] || echo "sarif=$work/hanmend.sarif" >>"$GITHUB_OUTPUT"
fi

if hanmend clean "${paths[@]}" -o "$work/output" >/dev/null; [ -f "$work/output/report.md" ]; then
    # A summary may hold a megabyte, a comment 65,536 characters; a cut in the middle of a character is mended.
    head -c 1000000 "$work/output/report.md" | iconv -c -f UTF-8 -t UTF-8 >>"$GITHUB_STEP_SUMMARY"
    { echo "<!-- hanmend -->"; head -c 60000 "$work/output/report.md" | iconv -c -f UTF-8 -t UTF-8; } >"$work/comment.md"
    { echo "report=$work/output/report.md"; echo "comment=$work/comment.md"; } >>"$GITHUB_OUTPUT"
fi
exit 0
