using System.Collections.Immutable;
using System.Globalization;
using Cadence.SellsyImport;
using ConsoleImport.Hosting;
using ConsoleImport.Output;

namespace ConsoleImport.CommandLine;

/// <summary>Reads the command line: exact options, each with its value after it.</summary>
internal sealed class CommandLineReader
{
    private const int ChangesShown = 20;
    private const int ChangesInJson = 1_000;

    private readonly LeadFieldCollection _fields = [];
    private readonly Dictionary<string, List<string>> _values = new(StringComparer.Ordinal);
    private readonly ConsoleTexts _texts;
    private readonly ConsoleCommand _command;
    private string? _argument;

    private CommandLineReader(ConsoleCommand command, ConsoleTexts texts)
    {
        _command = command;
        _texts = texts;
    }

    /// <exception cref="UsageException">The command line is wrong.</exception>
    public static CommandOptions Read(IReadOnlyList<string> arguments, ConsoleTexts texts)
    {
        var (command, words) = CommandWords.Read(arguments, texts);
        var reader = new CommandLineReader(command, texts);
        reader.Collect(arguments, words);
        return reader.Check();
    }

    /// <summary>
    /// An argument as a message shows it: a connection that lost its quotes would show its password, so nothing after an equals sign or a scheme is.
    /// </summary>
    public static string Shown(string argument)
    {
        var end = argument.IndexOf("://", StringComparison.Ordinal) is >= 0 and var scheme ? scheme + 2 : argument.IndexOf('=', StringComparison.Ordinal);
        return end < 0 ? argument : $"{argument[..(end + 1)]}…";
    }

    private void Collect(IReadOnlyList<string> arguments, int start)
    {
        for (var i = start; i < arguments.Count; i++)
        {
            if (!arguments[i].StartsWith("--", StringComparison.Ordinal))
            {
                TakeArgument(arguments[i]);
                continue;
            }

            var option = OptionTable.Find(arguments[i]) is { } found && (found.Commands & _command) != 0
                ? found
                : throw Wrong(_texts.OptionUnknown(Shown(arguments[i]), Usage.OptionsOf(_command)));
            if (option.Value is not null && (++i == arguments.Count || OptionTable.Find(arguments[i]) is not null))
            {
                throw Wrong(_texts.ValueMissing(option.Name, option.Value));
            }

            TakeOption(option, option.Value is null ? "" : arguments[i]);
        }
    }

    private void TakeArgument(string argument)
    {
        if (Usage.FileOf(_command).Length == 0 || _argument is not null)
        {
            throw Wrong(_texts.ArgumentUnexpected(Shown(argument)));
        }

        _argument = argument.Length > 0 ? argument : throw Wrong(_texts.FileMissing(Usage.FileOf(_command)));
    }

    private void TakeOption(OptionSpecification option, string value)
    {
        if (!_values.TryGetValue(option.Name, out var values))
        {
            _values.Add(option.Name, values = []);
        }
        else if (!option.IsRepeatable)
        {
            throw Wrong(_texts.OptionTwice(option.Name));
        }

        if (option.Value is not null && string.IsNullOrWhiteSpace(value))
        {
            throw Wrong(_texts.ValueMissing(option.Name, option.Value));
        }

        values.Add(value);
    }

    private CommandOptions Check()
    {
        if (Usage.FileOf(_command) is { Length: > 0 } file && _argument is null)
        {
            throw Wrong(_texts.FileMissing(file));
        }

        CheckChoice(OptionTable.Language, "fr", "en");
        CheckChoice(OptionTable.Existing, "skip", "fill", "overwrite");
        CheckChoice(OptionTable.Repeated, "first", "last", "merge");
        CheckTogether(OptionTable.Database, OptionTable.Postgres);
        CheckTogether(OptionTable.Plan, OptionTable.Profile, OptionTable.Set, OptionTable.Constant, OptionTable.Repeated);
        var isAboutImport = _command is ConsoleCommand.Resume or ConsoleCommand.End or ConsoleCommand.Undo;
        var options = new CommandOptions(_command)
        {
            File = (isAboutImport ? Value(OptionTable.File) : _argument) ?? "",
            ImportId = isAboutImport ? _argument! : "",
            Users = Value(OptionTable.Users),
            Connection = Connection(),
            Profile = Value(OptionTable.Profile),
            Columns = Settings(OptionTable.Set),
            Constants = Settings(OptionTable.Constant),
            Rows = Rows(),
            Existing = Existing(),
            Repeated = Repeated(),
            Changes = Changes(),
            SavePlan = Value(OptionTable.SavePlan),
            Plan = Value(OptionTable.Plan),
            Report = Value(OptionTable.Report),
            Statuses = Value(OptionTable.Statuses),
            Save = Value(OptionTable.Save),
            Json = _values.ContainsKey(OptionTable.Json),
        };
        options = Value(OptionTable.Database) is { } database ? options with { Database = database } : options;
        FileClash.Check(options, _texts);
        return options;
    }

    private void CheckTogether(string option, params ReadOnlySpan<string> others)
    {
        foreach (var other in others)
        {
            if (_values.ContainsKey(option) && _values.ContainsKey(other))
            {
                throw Wrong(_texts.NotTogether(option, other));
            }
        }
    }

    private string? Connection()
    {
        var connection = Value(OptionTable.Postgres);
        return connection is null || PostgreSqlDatabaseChoice.IsConnection(connection) ? connection : throw Wrong(_texts.ConnectionWrong);
    }

    private ExistingLeadPolicy? Existing() => Value(OptionTable.Existing) switch
    {
        "skip" => ExistingLeadPolicy.Skip,
        "fill" => ExistingLeadPolicy.FillBlanks,
        "overwrite" => ExistingLeadPolicy.Overwrite,
        _ => null,
    };

    private RepeatedContacts Repeated() => Value(OptionTable.Repeated) switch
    {
        "last" => RepeatedContacts.LastWins,
        "merge" => RepeatedContacts.Merge,
        _ => RepeatedContacts.FirstWins,
    };

    private int Changes()
    {
        var text = Value(OptionTable.Changes);
        if (text is null)
        {
            return _values.ContainsKey(OptionTable.Json) ? ChangesInJson : ChangesShown;
        }

        if (text == "all")
        {
            return int.MaxValue;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var rows) ? rows : throw Wrong(_texts.ChangesWrong(text));
    }

    private void CheckChoice(string option, params ReadOnlySpan<string> choices)
    {
        if (Value(option) is { } value && !choices.Contains(value))
        {
            throw Wrong(_texts.ChoiceUnknown(option, value, string.Join(", ", choices)));
        }
    }

    private RowSelection Rows()
    {
        if (Value(OptionTable.Rows) is not { } text)
        {
            return RowSelection.All;
        }

        return RowSelection.TryParse(text, out var rows) ? rows : throw Wrong(_texts.RowsWrong(text));
    }

    private ImmutableArray<FieldSetting> Settings(string option)
    {
        var settings = ImmutableArray.CreateBuilder<FieldSetting>();
        foreach (var text in _values.GetValueOrDefault(option, []))
        {
            var equals = text.IndexOf('=', StringComparison.Ordinal);
            if (equals < 1 || string.IsNullOrWhiteSpace(text[(equals + 1)..]))
            {
                throw Wrong(_texts.SettingWrong(option, text, OptionTable.Find(option)!.Value!));
            }

            if (!_fields.TryGetValue(text[..equals], out var field))
            {
                throw Wrong(_texts.FieldUnknown(option, text[..equals], string.Join(", ", _fields.Select(known => known.Name))));
            }

            if (settings.Any(setting => setting.Field.Equals(field)))
            {
                throw Wrong(_texts.FieldTwice(option, field.Name));
            }

            settings.Add(new(field, text[(equals + 1)..]));
        }

        return settings.ToImmutable();
    }

    private string? Value(string option) => _values.TryGetValue(option, out var values) ? values[0] : null;

    private UsageException Wrong(string message) => new(message, _command);
}
