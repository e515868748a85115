#!/usr/bin/env bash
# Changes the code of one folder after the other and counts the changes that no test of that folder notices: ./mutations.sh [FOLDER …]
# Works on a copy of the last commit in which only the tests of that folder are tests: each change runs all of them. 360 changes take half an hour.
# The report with each survivor is artifacts/mutations/FOLDER/reports/mutation-report.html.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
[[ $# -gt 0 ]] || set -- Values Owners Mapping
root="$PWD"
for folder in "$@"; do
  results="$root/artifacts/mutations/$folder"
  copy="$results-copy" # no part of its path may be the name of the folder alone: that chooses the files
  rm -rf "$results" "$copy"
  git clone -q "$root" "$copy"
  (
    cd "$copy/tests/Cadence.SellsyImport.Tests"
    grep -rlE 'class \w+.*: \w*Conformance' --include='*.cs' . | xargs rm -f
    find . -name '*.cs' -not -path "./$folder/*" -exec sed -i -E 's/^ *\[(Fact|Theory)(\(.*\))?\]$//' {} +
    dotnet tool restore
    RunAnalyzersDuringBuild=false dotnet stryker --project Cadence.SellsyImport.csproj --configuration Release --mutate "**/$folder/**/*.cs" \
      --test-runner mtp --output "$results" --reporter html --reporter json --reporter dots --reporter cleartext
  )
done
