using Cadence.SellsyImport.AspNetCore.Endpoints;
using Cadence.SellsyImport.AspNetCore.Sessions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Cadence.SellsyImport.AspNetCore.Views;

/// <summary>Shows what the host offers. Created for each request.</summary>
internal sealed class ConfigViews(
    IServiceProvider services, PageFiles files, IOptions<SellsyImportPageOptions> page, IOptions<SellsyImportOptions> options)
{
    public async Task<ConfigView> OfAsync(ImportTexts texts, CancellationToken cancellationToken)
    {
        var store = services.GetRequiredService<StoreAbilities>();
        var users = services.GetService<ICadenceUserProvider>() is { } provider
            ? await provider.GetUsersAsync(cancellationToken).ConfigureAwait(false)
            : [];
        return new(
            page.Value.Title,
            page.Value.Logo,
            page.Value.MaxFileBytes,
            FileEndpoints.ChunkBytes,
            store.CanUpdate,
            store.CanUndo,
            store.HasHistory,
            Accept: string.Join(',', files.Extensions),
            [.. users.Select(user => new UserView(user.Id, user.FullName, user.Email, user.IsActive)).OrderBy(user => user.Name, StringComparer.Ordinal)],
            [.. options.Value.Fields.Select(field => new FieldView(
                field.Name, texts.FieldLabel(field.Name), field.IsMandatory, field.TakesSeveralColumns,
                field.Kind is LeadFieldKind.Date or LeadFieldKind.DateTime ? "date" : ""))],
            [.. Enum.GetValues<ExistingLeadPolicy>().Select(policy => new ChoiceView(policy.ToString(), texts.Label(policy)))],
            ReadingChoices.Of(texts));
    }
}
