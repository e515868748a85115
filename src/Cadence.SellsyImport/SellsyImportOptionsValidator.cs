using System.Globalization;
using Cadence.SellsyImport.Leads;
using Cadence.SellsyImport.Text;
using Microsoft.Extensions.Options;

namespace Cadence.SellsyImport;

/// <summary>Holds the options to their ranges, and says every one that is out of it.</summary>
internal sealed class SellsyImportOptionsValidator : IValidateOptions<SellsyImportOptions>
{
    public ValidateOptionsResult Validate(string? name, SellsyImportOptions options)
    {
        var failures = new List<string>();
        Check(failures, nameof(options.BatchSize), options.BatchSize, 1, 100_000);
        Check(failures, nameof(options.MaxRecordBytes), options.MaxRecordBytes, 1 << 10, 1 << 30);
        Check(failures, nameof(options.MaxCellLength), options.MaxCellLength, 1 << 8, 1 << 30);
        Check(failures, nameof(options.MaxColumns), options.MaxColumns, 1, 1_000_000);
        Check(failures, nameof(options.MaxEmails), options.MaxEmails, 1, 100);
        Check(failures, nameof(options.MaxPhones), options.MaxPhones, 1, 100);
        Check(failures, nameof(options.DefaultCallingCode), options.DefaultCallingCode, 1, 999);
        if (!SellsyAccounts.IsValid(options.SellsyAccount))
        {
            failures.Add(Text(nameof(options.SellsyAccount), $"\"{options.SellsyAccount}\"", SellsyAccounts.Expected));
        }

        if (!Enum.IsDefined(options.RepeatedContacts))
        {
            failures.Add(Text(nameof(options.RepeatedContacts), $"{options.RepeatedContacts}", string.Join(", ", Enum.GetNames<RepeatedContacts>())));
        }

        if (!Enum.IsDefined(options.ExistingLeads))
        {
            failures.Add(Text(nameof(options.ExistingLeads), $"{options.ExistingLeads}", string.Join(", ", Enum.GetNames<ExistingLeadPolicy>())));
        }

        if (options.LeaseDuration < TimeSpan.FromSeconds(1) || options.LeaseDuration > TimeSpan.FromDays(1))
        {
            failures.Add(Text(nameof(options.LeaseDuration), options.LeaseDuration.ToString("c", CultureInfo.InvariantCulture), "00:00:01 to 1.00:00:00"));
        }

        foreach (var field in options.Fields)
        {
            if (field.Name.Length == 0 || !field.Name.All(char.IsAsciiLetterOrDigit))
            {
                failures.Add(Text($"{nameof(options.Fields)}", $"a field named \"{field.Name}\"", "a name of ASCII letters and digits"));
            }

            if (!Enum.IsDefined(field.Kind))
            {
                failures.Add(Text(nameof(options.Fields), $"the field \"{field.Name}\" of the kind {field.Kind}", string.Join(", ", Enum.GetNames<LeadFieldKind>())));
            }

            if (field.MaxLength < 1)
            {
                failures.Add(Text(nameof(options.Fields), $"the field \"{field.Name}\" of at most {field.MaxLength} characters", "at least 1"));
            }
        }

        foreach (var field in options.Fields)
        {
            var choices = field.Choices.Select(TextFolding.Label).ToArray();
            if ((field.Kind == LeadFieldKind.Choice) != (choices.Length > 0) || choices.Contains("") || choices.Distinct(StringComparer.Ordinal).Count() < choices.Length)
            {
                failures.Add(Text(
                    $"{nameof(options.Fields)}",
                    $"{choices.Length} choices of the field \"{field.Name}\" of the kind {field.Kind}",
                    $"different choices, at least one, for the kind {LeadFieldKind.Choice}, and none for any other"));
            }
        }

        foreach (var field in options.Fields)
        {
            if (LeadFields.All.FirstOrDefault(known => known == field) is { } known && !CanBe(known.Kind, field.Kind))
            {
                failures.Add(Text(nameof(options.Fields), $"the field \"{field.Name}\" of the kind {field.Kind}", $"the kind {known.Kind}, as the value has its place in a lead"));
            }
        }

        foreach (var field in options.Fields)
        {
            if (field.ExistingLeads is { } policy && !Enum.IsDefined(policy))
            {
                failures.Add(Text(nameof(options.Fields), $"{policy} for {field.Name}", string.Join(", ", Enum.GetNames<ExistingLeadPolicy>())));
            }
        }

        foreach (var required in new[] { LeadFields.SellsyContactId, LeadFields.Owner })
        {
            if (!options.Fields.TryGetValue(required.Name, out var field) || !field.IsMandatory || field.Kind != required.Kind)
            {
                failures.Add(Text(nameof(options.Fields), $"no mandatory field {required.Name}", $"{required.Name}, mandatory: every lead has an identity and an owner"));
            }
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    /// <summary>Whether a field that Cadence knows can be read by the rules of another kind: a text by those of any single value.</summary>
    private static bool CanBe(LeadFieldKind known, LeadFieldKind kind) => known == kind
        || (known is LeadFieldKind.Text or LeadFieldKind.Civility or LeadFieldKind.WebAddress or LeadFieldKind.Note
            && kind is not (LeadFieldKind.ContactId or LeadFieldKind.OwnerName or LeadFieldKind.OwnerId or LeadFieldKind.Tags or LeadFieldKind.CompanyId
                or LeadFieldKind.CompanyName));

    private static void Check(List<string> failures, string option, int value, int least, int most)
    {
        if (value < least || value > most)
        {
            failures.Add(Text(
                option,
                value.ToString(CultureInfo.InvariantCulture),
                string.Create(CultureInfo.InvariantCulture, $"{least} to {most}")));
        }
    }

    private static string Text(string option, string found, string expected) =>
        ImportTexts.English.ErrorText(ErrorCodes.OptionInvalid, [option, found, expected]);
}
