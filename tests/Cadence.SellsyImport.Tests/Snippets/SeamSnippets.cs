using System.Collections.Immutable;
using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Mapping;
using Cadence.SellsyImport.Owners;
using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing;
using Cadence.SellsyImport.Tests.Importing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Cadence.SellsyImport.Tests.Snippets;

/// <summary>The code of docs/how-to/own-mapper-and-resolver.md.</summary>
public sealed class SeamSnippets
{
    private const string Export = "Code;Nom complet;Équipe\nT-1;Anne Petit;Lyon\nT-2;Luc Grand;\nT-3;Zoé Le Goff;Lille\n";

    [Fact]
    public async Task A_mapper_and_a_resolver_of_the_host()
    {
        var services = new ServiceCollection();
        services.AddSingleton(new Teams(new Dictionary<string, CadenceUser> { ["Lyon"] = ImportHost.Marie }));
        services.AddSingleton<ILeadSink>(new InMemoryLeadSink());
        services.AddSingleton<IFieldMapper, TeamListMapper>();
        services.AddSingleton<IOwnerResolver, TeamResolver>();
        services.AddSellsyImport();
        await using var provider = services.BuildServiceProvider();
        var importer = provider.GetRequiredService<ISellsyImporter>();
        var source = ImportHost.Source(Export);
        var overview = await importer.OpenAsync(source, ImportHost.Cancellation);

        var plan = await importer.PreviewAsync(source, overview.Suggestion.Mapping, cancellationToken: ImportHost.Cancellation);

        var rows = await importer.ReadPreviewAsync(source, plan, cancellationToken: ImportHost.Cancellation).ToListAsync(ImportHost.Cancellation);
        Assert.Equal(
            ["1: Anne Petit, Marie Durand", "2: Luc Grand, Owner: The field is mandatory and blank. Fill it in.", "3: Zoé Le Goff, Owner: User not present in Cadence: \"Lille\". Add this user to Cadence first."],
            rows.Select(row => $"{row.Number}: {row.Lead!.FirstName} {row.Lead.LastName}, {row.Owner?.FullName ?? ImportTexts.English.IssueText(Assert.Single(row.Issues))}"));
    }

    private sealed class TeamListMapper : IFieldMapper
    {
        private static readonly ImmutableArray<(LeadField Field, string Heading)> Known =
            [(LeadFields.SellsyContactId, "Code"), (LeadFields.FirstName, "Nom complet"), (LeadFields.Owner, "Équipe")];

        public MappingSuggestion Suggest(ImmutableArray<ExportColumn> columns, ImmutableArray<SellsyRow> sample)
        {
            var pairs = from column in columns join known in Known on column.Heading equals known.Heading select (known.Field, column);
            return new(pairs.Aggregate(FieldMapping.Empty, (mapping, pair) => mapping.WithColumn(pair.Field, pair.column)));
        }

        public MappedRow Map(SellsyRow row, FieldMapping mapping, ExportFacts facts)
        {
            var (id, name, team) = (Cell(LeadFields.SellsyContactId), Cell(LeadFields.FirstName), Cell(LeadFields.Owner));
            if (id.Length == 0)
            {
                return new(null, default, [new(IssueCodes.MandatoryBlank, IssueSeverity.Error) { Field = LeadFields.SellsyContactId.Name, Row = row.Number }]);
            }

            var first = name.Split(' ')[0];
            return new(
                new() { SellsyContactId = id, FirstName = first, LastName = name[first.Length..].Trim() },
                team.Length == 0 ? default : new(team, null),
                []);

            string Cell(LeadField field) => mapping.Find(field) is { Column: { } column } ? row[column.Index].Trim() : "";
        }
    }

    private sealed class TeamResolver(Teams teams) : IOwnerResolver
    {
        public async ValueTask<ImmutableArray<OwnerResolution>> ResolveAsync(
            ImmutableArray<OwnerRequest> requests, CancellationToken cancellationToken = default)
        {
            var leaders = await teams.LeadersAsync(cancellationToken);
            return [.. requests.Select(request => Resolve(request, leaders))];
        }

        private static OwnerResolution Resolve(OwnerRequest request, IReadOnlyDictionary<string, CadenceUser> leaders)
        {
            var user = request.DecidedUserId is { } decided
                ? leaders.Values.FirstOrDefault(leader => leader.Id == decided)
                : leaders.GetValueOrDefault(request.Owner.Name ?? "");
            return user is not null
                ? OwnerResolution.Found(request.Owner, user)
                : new(request.Owner, request.DecidedUserId is null ? OwnerResolutionKind.Unknown : OwnerResolutionKind.DecisionStale, null, []);
        }
    }

    private sealed class Teams(IReadOnlyDictionary<string, CadenceUser> leaders)
    {
        public ValueTask<IReadOnlyDictionary<string, CadenceUser>> LeadersAsync(CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return new(leaders);
        }
    }
}
