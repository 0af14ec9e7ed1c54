#!/usr/bin/env bash
# One comment a pull request: the one that starts with the mark is written anew, without it a new one is made.
set -euo pipefail

comments="repos/$GITHUB_REPOSITORY/issues"
id=$(gh api --paginate "$comments/$NUMBER/comments" --jq '.[] | select(.body | startswith("<!-- hanmend -->")) | .id' | head -n 1)
if [ -n "$id" ]; then
    gh api --method PATCH "$comments/comments/$id" -F "body=@$COMMENT" >/dev/null
else
    gh api --method POST "$comments/$NUMBER/comments" -F "body=@$COMMENT" >/dev/null
fi
