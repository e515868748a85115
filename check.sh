#!/usr/bin/env bash
# The one check, the same for a person and for CI: restore, build, format, tests in both globalization modes, 1,000 random histories a store, packages
# and what their users do with them, API reference.
# Ends with the line "N passed, N failed, N skipped"; the exit code is 0 only where every step went well.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

solution=Cadence.SellsyImport.sln
results=artifacts/test-results
outputs=artifacts/check
failed_steps=()
durations=()

# A test of the server or of the page that is skipped is a failure.
export CADENCE_REQUIRE_POSTGRES=1 CADENCE_REQUIRE_BROWSER=1

step() {
  local name="$1" began=$SECONDS outcome=0
  shift
  printf '\n== %s\n' "$name"
  mkdir -p "$outputs"
  "$@" 2>&1 | tee "$outputs/$name.txt" || outcome=1
  durations+=("$(printf '%5d s  %s' $((SECONDS - began)) "$name")")
  [[ $outcome -eq 0 ]] || failed_steps+=("$name")
  return $outcome
}

# The names of the tests that failed, each with the start of its message.
failed_tests() {
  find "$results" -name '*.trx' -exec grep -h -A 12 'outcome="Failed"' {} + 2>/dev/null \
    | sed -n 's/.* testName="\([^"]*\)".*/FAILED: \1/p; s/^ *<Message>\(.*\)/  \1/p'
}

# The sum of one attribute over the counters of all test runs.
sum() {
  local attribute="$1" total=0 value
  while read -r value; do
    total=$((total + value))
  done < <(find "$results" -name '*.trx' -exec grep -ho '<Counters [^>]*>' {} + 2>/dev/null | sed -n "s/.* $attribute=\"\([0-9]*\)\".*/\1/p")
  echo "$total"
}

test_in_mode() {
  local mode="$1" invariant="$2" long="$3" project name
  shift 3
  for project in "$@"; do
    name="$(basename "$project" .csproj)"
    step "test $name, $mode" env DOTNET_SYSTEM_GLOBALIZATION_INVARIANT="$invariant" CADENCE_LONG_PROOF="$long" \
      dotnet test --project "$project" -c Release --no-build --no-ansi --no-progress \
      --results-directory "$results/$mode" --report-xunit-trx --report-xunit-trx-filename "$name.trx"
    grep -q '<Counters total="[1-9]' "$results/$mode/$name.trx" 2>/dev/null || failed_steps+=("test $name, $mode: no test was found")
  done
}

api_reference() {
  dotnet tool restore && dotnet docfx metadata docs/docfx.json --warningsAsErrors
}

# The types of the page's modules, which are written as comments: the one step that asks for npm, which serves the compiler.
check_types() {
  if ! command -v npx >/dev/null; then
    echo "Skipped: npm is not installed."
    return 0
  fi
  npx --yes --package typescript@7.0.2 tsc --project src/Cadence.SellsyImport.AspNetCore/jsconfig.json
}

check() {
  step "restore" dotnet restore "$solution" || return
  step "build" dotnet build "$solution" -c Release --no-restore -warnaserror || return
  # What analyzers warn of has stopped the build already.
  step "format" dotnet format whitespace "$solution" --verify-no-changes --no-restore
  step "style" dotnet format style "$solution" --verify-no-changes --no-restore
  step "types of the page" check_types
  local projects
  mapfile -t projects < <(printf '%s\n' tests/*.Tests/*.csproj | grep -v EntityFrameworkCore)
  test_in_mode normal 0 1 "${projects[@]}"
  # The kills and random files of the Entity Framework Core package take a sample: all of them would take as long as all other suites.
  test_in_mode normal 0 0 tests/Cadence.SellsyImport.EntityFrameworkCore.Tests/*.csproj
  # Without culture data only texts, numbers and dates could come out otherwise: they are made in the core, the workbooks and the embedded store. The
  # other suites would prove the same rows a second time.
  test_in_mode invariant 1 0 tests/Cadence.SellsyImport{,.Excel,.Sqlite}.Tests/*.csproj
  step "growth" dotnet run --project tests/Cadence.SellsyImport.Proof -c Release --no-build -- growth --quick
  for store in memory sqlite postgresql; do
    step "changes, $store" dotnet run --project tests/Cadence.SellsyImport.Proof -c Release --no-build -- changes 1000 --store "$store"
  done
  step "pack" dotnet pack "$solution" -c Release --no-build --output artifacts/packages
  step "consumer" tests/consumer.sh artifacts/packages
  step "api reference" api_reference
}

rm -rf "$results" "$outputs" artifacts/packages
check

printf '\n'
printf '%s\n' ${durations[@]+"${durations[@]}"}
printf '\n'
failed_tests
for name in ${failed_steps[@]+"${failed_steps[@]}"}; do
  echo "FAILED: $name"
  # Failed tests are named above; of any other step the end of what it printed says why.
  [[ $name == test* || ! -f "$outputs/$name.txt" ]] || tail -n 40 "$outputs/$name.txt" | cut -c 1-300 | sed 's/^/  /'
done

total="$(sum total)"
echo "$(sum passed) passed, $(sum failed) failed, $((total - $(sum executed))) skipped"
[[ ${#failed_steps[@]} -eq 0 && $total -gt 0 ]]
