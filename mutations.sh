#!/usr/bin/env bash
# Changes the code of one folder after the other and counts the changes that no test of that folder notices: ./mutations.sh [FOLDER …]
# Works on a copy of the last commit in which only the tests of that folder are tests, but for those that measure time and memory: each change runs all of
# them. 360 changes take half an hour, the 2,329 of Values two to three.
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
    find . -name '*.cs' \( -not -path "./$folder/*" -o -name LongCellTests.cs -o -name ScanAllocationTests.cs \) -exec sed -i -E 's/^ *\[(Fact|Theory)(\(.*\))?\]$//' {} +
    dotnet tool restore
    # Looking for the tests that reach a change waits half a minute for each test. A time-out counts as noticed, so it must not come from other work.
    echo '{ "stryker-config": { "coverage-analysis": "off", "additional-timeout": 120000 } }' > ../../stryker.json
    RunAnalyzersDuringBuild=false dotnet stryker --config-file ../../stryker.json --project Cadence.SellsyImport.csproj --configuration Release --mutate "**/$folder/**/*.cs" \
      --test-runner mtp --output "$results" --reporter html --reporter json --reporter dots --reporter cleartext
  )
done
