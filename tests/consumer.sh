#!/usr/bin/env bash
# Uses the packed packages as their users do, outside the repository: tests/consumer.sh PACKAGES
# A console runs the block of README.md; trimmed and native it prints the same. A web application refuses to start without an authorization, and
# serves the page below a path base. A worker imports a file. The tool is installed and runs its demo. Two builds in two folders give the same bytes.
set -euo pipefail
repository="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
packages="$(cd "$1" && pwd)"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
version="$(sed -n 's:.*<Version>\(.*\)</Version>.*:\1:p' "$repository/Directory.Build.props")"
dependency="$(sed -n 's/.*"Microsoft.Extensions.DependencyInjection" Version="\([^"]*\)".*/\1/p' "$repository/Directory.Packages.props")"
global="${NUGET_PACKAGES:-$HOME/.nuget/packages}"

# Packages of this version may have been restored before: ours come from the folder, the others from where they are.
export NUGET_PACKAGES="$work/packages" DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
cat > "$work/nuget.config" <<CONFIG
<configuration>
  <packageSources><add key="packed" value="$packages" /></packageSources>
  <fallbackPackageFolders><add key="restored" value="$global" /></fallbackPackageFolders>
</configuration>
CONFIG

fail() {
  echo "consumer: $*" >&2
  exit 1
}

expect() {
  [[ "$2" == "$3" ]] || fail "$1 printed
$3
and not
$2"
  echo "consumer: $1 is right"
}

# project NAME SDK PACKAGE[=VERSION]...
project() {
  local folder="$work/$1" sdk="$2" package
  mkdir -p "$folder"
  shift 2
  {
    echo "<Project Sdk=\"$sdk\">"
    echo '  <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings><Nullable>enable</Nullable>'
    echo '    <TreatWarningsAsErrors>true</TreatWarningsAsErrors><NuGetAudit>false</NuGetAudit></PropertyGroup>'
    echo '  <ItemGroup>'
    for package in "$@"; do
      echo "    <PackageReference Include=\"${package%%=*}\" Version=\"$([[ $package == *=* ]] && echo "${package##*=}" || echo "$version")\" />"
    done
    echo '  </ItemGroup></Project>'
  } > "$folder/$(basename "$folder").csproj"
}

# The lines of README.md between two that start so.
readme() {
  awk -v from="$1" -v to="$2" '!found && index($0, from) == 1 { found = 1; next } found && index($0, to) == 1 { exit } found' "$repository/README.md"
}

console() {
  project console Microsoft.NET.Sdk Cadence.SellsyImport.Sqlite "Microsoft.Extensions.DependencyInjection=$dependency"
  readme '```csharp' '```' > "$work/console/Program.cs"
  local expected
  expected="$(grep -A2 '^    row 1: Blank' "$repository/README.md" | sed 's/^    //')"
  cd "$work/console"
  expect "the block of README.md" "$expected" "$(dotnet run | sed 's/ *$//')"

  rm -f cadence.db*
  dotnet publish -r linux-x64 --self-contained -p:PublishTrimmed=true -o trimmed > publish.log || { cat publish.log; fail "trimming failed"; }
  expect "the trimmed application" "$expected" "$(./trimmed/console | sed 's/ *$//')"

  if command -v clang > /dev/null || command -v gcc > /dev/null; then
    rm -rf cadence.db* obj bin
    dotnet publish -r linux-x64 -p:PublishAot=true -o native > publish.log || { cat publish.log; fail "native AOT failed"; }
    expect "the native application" "$expected" "$(./native/console | sed 's/ *$//')"
    echo "consumer: the native application has $(du -m native/console | cut -f1) MB"
  else
    echo "consumer: native AOT is skipped: neither clang nor gcc is installed"
  fi
}

web() {
  project web Microsoft.NET.Sdk.Web Cadence.SellsyImport.AspNetCore Cadence.SellsyImport.Sqlite
  cat > "$work/web/Program.cs" <<'CODE'
using Cadence.SellsyImport;
using Cadence.SellsyImport.AspNetCore;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSellsyImport().UseSqlite("cadence.db").AddImportPage(options => options.Folder = "files");
var app = builder.Build();
app.UsePathBase("/crm");
app.UseRouting();
var page = app.MapSellsyImport("/import");
if (builder.Configuration["Open"] == "yes")
{
    page.AllowAnonymous();
}

await app.RunAsync();
CODE
  cd "$work/web"
  dotnet build > build.log || { cat build.log; fail "the web application does not build"; }
  if timeout 60 env ASPNETCORE_ENVIRONMENT=Production dotnet bin/Debug/net10.0/web.dll --urls http://127.0.0.1:0 > closed.log 2>&1; then
    fail "the web application started without an authorization"
  fi
  grep -q 'uthoriz' closed.log || { cat closed.log; fail "the web application does not say what it misses"; }
  echo "consumer: the web application refuses to start without an authorization"

  coproc server { exec env ASPNETCORE_ENVIRONMENT=Production dotnet bin/Debug/net10.0/web.dll --urls http://127.0.0.1:0 --Open yes 2>&1; }
  local process="$server_PID" line address=""
  while [[ -z $address ]] && read -r -t 120 line <&"${server[0]}"; do
    address="$(sed -n 's/.*Now listening on: \(.*\)/\1/p' <<< "$line")"
  done
  [[ -n $address ]] || fail "the web application does not listen"
  local html
  html="$(curl -fsS "$address/crm/import")" || fail "the page is not served below the path base"
  curl -fsS "$address/crm/import/sellsy-import.js" > /dev/null || fail "the module of the page is not served below the path base"
  kill "$process"
  wait "$process" || true
  grep -q 'sellsy-import' <<< "$html" || fail "the page has no element"
  echo "consumer: the page is served below the path base"
}

worker() {
  project worker Microsoft.NET.Sdk Cadence.SellsyImport.Sqlite "Microsoft.Extensions.Hosting=$dependency"
  cat > "$work/worker/Program.cs" <<'CODE'
using Cadence.SellsyImport;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

var builder = Host.CreateApplicationBuilder(args);
builder.Logging.ClearProviders();
builder.Services.AddSellsyImport().UseSqlite("cadence.db");
builder.Services.AddSingleton<ICadenceUserProvider, Users>();
builder.Services.AddHostedService<Worker>();
await builder.Build().RunAsync();

internal sealed class Users : ICadenceUserProvider
{
    public ValueTask<IReadOnlyList<CadenceUser>> GetUsersAsync(CancellationToken cancellationToken = default) => new([new("u1", "Marie", "Durand")]);
}

internal sealed class Worker(ISellsyImporter importer, IHostApplicationLifetime host) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var source = ImportSource.FromFile("contacts.csv");
        var overview = await importer.OpenAsync(source, stoppingToken);
        var plan = await importer.PreviewAsync(source, overview.Suggestion.Mapping, cancellationToken: stoppingToken);
        var report = await importer.AddAsync(source, plan, cancellationToken: stoppingToken);
        Console.WriteLine($"{report.Counts.Added} added");
        host.StopApplication();
    }
}
CODE
  cd "$work/worker"
  printf 'ID Sellsy;Prénom;Nom;Propriétaire\n1;Anne;Petit;Marie Durand\n' > contacts.csv
  expect "the worker" "1 added" "$(dotnet run)"
}

tool() {
  cd "$work"
  dotnet tool install Cadence.SellsyImport.Tool --tool-path "$work/tools" --version "$version" > tool.log || { cat tool.log; fail "the tool cannot be installed"; }
  expect "the version of the tool" "sellsy-import $version" "$("$work/tools/sellsy-import" --version)"
  "$work/tools/sellsy-import" --help --lang en | grep -q '^  sellsy-import COMMAND' || fail "the help does not name the tool as it was started"
  "$work/tools/sellsy-import" demo --lang en | grep -q '^18 rows read = 9 added + 9 in error$' || fail "the demo of the tool is wrong"
  echo "consumer: the tool runs its demo"
}

# The files of the repository as they are, without its history, in two folders.
same_bytes() {
  local folder
  for folder in one two/deeper; do
    mkdir -p "$work/$folder"
    (cd "$repository" && git ls-files -z | tar --null -T - -cf - 2> /dev/null) | tar -xf - -C "$work/$folder"
    dotnet build "$work/$folder/src/Cadence.SellsyImport.Tool" -c Release > "$work/build.log" || { cat "$work/build.log"; fail "a copy does not build"; }
    dotnet build "$work/$folder/src/Cadence.SellsyImport.AspNetCore" -c Release > "$work/build.log" || { cat "$work/build.log"; fail "a copy does not build"; }
  done
  local file count=0
  for file in "$work"/one/artifacts/bin/Cadence.SellsyImport*/release/{Cadence.SellsyImport*,sellsy-import}.{dll,pdb}; do
    [[ -f $file ]] || continue
    cmp "$file" "${file/"$work/one"/"$work/two/deeper"}" || fail "two builds differ: $(basename "$file")"
    ! grep -qF "$work" "$file" || fail "$(basename "$file") holds the folder of its build"
    count=$((count + 1))
  done
  [[ $count -ge 10 ]] || fail "only $count files were compared"
  echo "consumer: two builds in two folders give the same bytes of $count files"
}

for part in ${2:-console web worker tool same_bytes}; do
  "$part"
done
