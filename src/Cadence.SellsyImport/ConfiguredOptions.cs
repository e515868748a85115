using System.Collections.Immutable;
using System.Globalization;
using Cadence.SellsyImport.Leads;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Cadence.SellsyImport;

/// <summary>
/// Sets the options from a section of the configuration, without reflection. Unlike the binder of .NET it reports every key that is unknown and
/// every value that cannot be read, all at once and with what is expected.
/// </summary>
internal sealed class ConfiguredOptions(IConfiguration configuration) : IConfigureOptions<SellsyImportOptions>, IValidateOptions<SellsyImportOptions>
{
    private static readonly ImmutableArray<ConfiguredOption> All =
    [
        new(nameof(SellsyImportOptions.SellsyAccount), SellsyAccounts.Expected, (options, text) => Set(true, options, text, (set, value) => set.SellsyAccount = value)),
        Flag(nameof(SellsyImportOptions.KeepUnmappedColumns), (options, value) => options.KeepUnmappedColumns = value),
        Flag(nameof(SellsyImportOptions.InvalidEmailIsError), (options, value) => options.InvalidEmailIsError = value),
        Name<RepeatedContacts>(nameof(SellsyImportOptions.RepeatedContacts), (options, value) => options.RepeatedContacts = value),
        Name<ExistingLeadPolicy>(nameof(SellsyImportOptions.ExistingLeads), (options, value) => options.ExistingLeads = value),
        Flag(nameof(SellsyImportOptions.ConsentReplacesRefusal), (options, value) => options.ConsentReplacesRefusal = value),
        new("ExistingLeadsOfFields", "fields and their policies, such as Note=Skip, JobPosition=FillBlanks", TrySetPolicies),
        Duration(nameof(SellsyImportOptions.LeaseDuration), (options, value) => options.LeaseDuration = value),
        Number(nameof(SellsyImportOptions.BatchSize), (options, value) => options.BatchSize = value),
        Number(nameof(SellsyImportOptions.MaxRecordBytes), (options, value) => options.MaxRecordBytes = value),
        Number(nameof(SellsyImportOptions.MaxCellLength), (options, value) => options.MaxCellLength = value),
        Number(nameof(SellsyImportOptions.MaxColumns), (options, value) => options.MaxColumns = value),
        Number(nameof(SellsyImportOptions.MaxEmails), (options, value) => options.MaxEmails = value),
        Number(nameof(SellsyImportOptions.MaxPhones), (options, value) => options.MaxPhones = value),
        Number(nameof(SellsyImportOptions.DefaultCallingCode), (options, value) => options.DefaultCallingCode = value),
    ];

    public void Configure(SellsyImportOptions options) => Read(options, _ => { });

    public ValidateOptionsResult Validate(string? name, SellsyImportOptions options)
    {
        var failures = new List<string>();
        Read(new(), failures.Add);
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private void Read(SellsyImportOptions options, Action<string> fail)
    {
        foreach (var section in configuration.GetChildren())
        {
            var option = All.FirstOrDefault(one => one.Name.Equals(section.Key, StringComparison.OrdinalIgnoreCase));
            if (option is null)
            {
                fail(Text(section.Path, "unknown", string.Join(", ", All.Select(one => one.Name))));
            }
            else if (section.Value is null || !option.TrySet(options, section.Value.Trim()))
            {
                fail(Text(section.Path, section.Value is null ? "no single value" : $"\"{section.Value}\"", option.Expected));
            }
        }
    }

    private static ConfiguredOption Flag(string name, Action<SellsyImportOptions, bool> set) =>
        new(name, "true or false", (options, text) => Set(bool.TryParse(text, out var value), options, value, set));

    private static ConfiguredOption Number(string name, Action<SellsyImportOptions, int> set) => new(
        name,
        "a whole number",
        (options, text) => Set(int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value), options, value, set));

    private static ConfiguredOption Duration(string name, Action<SellsyImportOptions, TimeSpan> set) => new(
        name,
        "a duration such as 00:01:00",
        (options, text) => Set(TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out var value), options, value, set));

    // A number is no name, although the parser of .NET takes one.
    private static ConfiguredOption Name<T>(string name, Action<SellsyImportOptions, T> set)
        where T : struct, Enum => new(
        name,
        string.Join(", ", Enum.GetNames<T>()),
        (options, text) => Set(
            Enum.GetNames<T>().Contains(text, StringComparer.OrdinalIgnoreCase) & Enum.TryParse<T>(text, ignoreCase: true, out var value), options, value, set));

    /// <summary>Sets <see cref="LeadField.ExistingLeads"/> of the fields that are named.</summary>
    private static bool TrySetPolicies(SellsyImportOptions options, string text)
    {
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.Split('=', StringSplitOptions.TrimEntries) is not [var name, var policy]
                || !options.Fields.Contains(name)
                || Enum.GetNames<ExistingLeadPolicy>().FirstOrDefault(known => known.Equals(policy, StringComparison.OrdinalIgnoreCase)) is not { } known)
            {
                return false;
            }

            options.Fields.Change(name, changed => changed with { ExistingLeads = Enum.Parse<ExistingLeadPolicy>(known) });
        }

        return true;
    }

    private static bool Set<T>(bool isRead, SellsyImportOptions options, T value, Action<SellsyImportOptions, T> set)
    {
        if (isRead)
        {
            set(options, value);
        }

        return isRead;
    }

    private static string Text(string option, string found, string expected) =>
        ImportTexts.English.ErrorText(ErrorCodes.OptionInvalid, [option, found, expected]);

    private sealed record ConfiguredOption(string Name, string Expected, Func<SellsyImportOptions, string, bool> TrySet);
}
