using Cadence.SellsyImport.Owners;
using Npgsql;

namespace Cadence.SellsyImport.PostgreSql;

/// <summary>
/// Writes new and changed leads with their owners and companies, as part of a transaction. New leads are copied directly into their table.
/// If a contact or a company proves to exist, the transaction rolls back to its savepoint and tries again without those that exist.
/// </summary>
internal sealed class LeadWriter(NpgsqlConnection connection, Statements statements, BatchOrigin origin, string account)
{
    private const string Savepoint = "new_leads";

    private readonly LeadStatements _sql = statements.Leads;

    /// <summary>Whether a savepoint is set to roll back to, and no other program was seen to add companies.</summary>
    private bool _copiesCompanies;

    /// <param name="fresh">New leads, each contact once. Leads that exist already are removed from the list.</param>
    /// <param name="changed">Existing leads that are locked.</param>
    /// <param name="cancellationToken">Cancels the writing.</param>
    public async Task WriteAsync(List<LeadToWrite> fresh, List<LeadToWrite> changed, CancellationToken cancellationToken)
    {
        IncomingCompanies? companies = null;
        _copiesCompanies = fresh.Count > 0;
        while (companies is null && fresh.Count > 0)
        {
            companies = await TryAddAsync(fresh, changed, cancellationToken).ConfigureAwait(false);
        }

        _copiesCompanies = false;
        companies ??= await PrepareAsync(fresh, changed, savepoint: null, cancellationToken).ConfigureAwait(false);
        if (changed.Count > 0)
        {
            await ChangeAsync(changed, companies, cancellationToken).ConfigureAwait(false);
        }

        await AddOtherCompaniesAsync(fresh.Concat(changed), companies, cancellationToken).ConfigureAwait(false);
    }

    private async Task<IncomingCompanies?> TryAddAsync(
        List<LeadToWrite> fresh,
        List<LeadToWrite> changed,
        CancellationToken cancellationToken)
    {
        try
        {
            var companies = await PrepareAsync(fresh, changed, $"SAVEPOINT {Savepoint}", cancellationToken).ConfigureAwait(false);
            await AddAsync(fresh, companies, cancellationToken).ConfigureAwait(false);
            return companies;
        }
        catch (PostgresException exception)
            when (_copiesCompanies && exception is { SqlState: PostgresErrorCodes.UniqueViolation, TableName: "companies" })
        {
            await ExecuteAsync($"ROLLBACK TO SAVEPOINT {Savepoint}", cancellationToken).ConfigureAwait(false);
            _copiesCompanies = false;
            return null;
        }
        catch (PostgresException exception)
            when (exception is { SqlState: PostgresErrorCodes.UniqueViolation, TableName: "leads", ConstraintName: "leads_by_contact" })
        {
            await ExecuteAsync($"ROLLBACK TO SAVEPOINT {Savepoint}", cancellationToken).ConfigureAwait(false);
            var there = await LeadCommands.FindAsync(
                connection,
                _sql,
                account,
                [.. fresh.Select(lead => lead.Lead.SellsyContactId)],
                cancellationToken).ConfigureAwait(false);
            var contacts = there.Select(lead => lead.SellsyContactId).ToHashSet(StringComparer.Ordinal);
            fresh.RemoveAll(lead => contacts.Contains(lead.Lead.SellsyContactId));
            return null;
        }
    }

    /// <summary>Adds the missing owners and companies and locks them against removal, before a lead refers to them.</summary>
    private async Task<IncomingCompanies> PrepareAsync(
        List<LeadToWrite> fresh,
        List<LeadToWrite> changed,
        string? savepoint,
        CancellationToken cancellationToken)
    {
        var companies = new IncomingCompanies();
        var owners = new UserRows(nameof(IOwnerResolver));

        // The first row of the file that names a company creates it, wherever the file is split into batches.
        foreach (var lead in fresh.Concat(changed).OrderBy(lead => lead.Position))
        {
            owners.Add(lead.Owner, lead.Row);
            lead.Company = companies.Add(lead.Lead.Company, lead.Row, lead.There?.OwnCompany);
            lead.OtherCompanies = [.. lead.Lead.OtherCompanies.Select(company => companies.Add(company, lead.Row))];
        }

        if (owners.Count > 0)
        {
            var writer = new CompanyWriter(connection, statements.Companies, companies, origin, account, _copiesCompanies);
            if (await KeepAsync(savepoint, owners, writer, cancellationToken).ConfigureAwait(false) != owners.Count)
            {
                await UserCommands.EnsureAsync(connection, _sql, owners, cancellationToken).ConfigureAwait(false);
            }

            await writer.EnsureAsync(cancellationToken).ConfigureAwait(false);
        }

        return companies;
    }

    /// <summary>Sends the savepoint and the statements about owners and companies in one round trip.</summary>
    /// <returns>How many of the owners exist.</returns>
    private async Task<long> KeepAsync(string? savepoint, UserRows owners, CompanyWriter companies, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection);
        IEnumerable<NpgsqlBatchCommand> before = savepoint is null ? [] : [new(savepoint)];
        foreach (var command in before.Concat(UserCommands.Ensure(_sql, owners)).Concat(companies.Keep()))
        {
            batch.BatchCommands.Add(command);
        }

        await using var reader = await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        var kept = reader.GetInt64(0);
        await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
        await companies.ReadKeptAsync(reader, cancellationToken).ConfigureAwait(false);
        return kept;
    }

    private async Task AddAsync(List<LeadToWrite> fresh, IncomingCompanies companies, CancellationToken cancellationToken)
    {
        using var leads = new LeadCopy();
        await CopyCommand.RunAsync(connection, _sql.Add, leads.Buffer, fresh, Write, cancellationToken).ConfigureAwait(false);

        void Write(LeadToWrite lead)
        {
            leads.Add(lead.Row, lead.Lead, lead.Owner, CompanyOf(lead, companies), further: 4);
            leads.Buffer.Number(origin.Import);
            leads.Buffer.Number(origin.Number);
            leads.Buffer.Number(lead.Row);
            leads.Buffer.RandomNumber();
        }
    }

    private async Task ChangeAsync(List<LeadToWrite> changed, IncomingCompanies companies, CancellationToken cancellationToken)
    {
        using var leads = new LeadCopy();
        await ExecuteAsync(_sql.CreateStaging, cancellationToken).ConfigureAwait(false);
        await CopyCommand.RunAsync(connection, _sql.Stage, leads.Buffer, changed, Write, cancellationToken).ConfigureAwait(false);
        await ApplyAsync(changed.ToDictionary(lead => lead.There!.Id), cancellationToken).ConfigureAwait(false);
        await using var remove = new NpgsqlCommand(_sql.RemoveOtherCompanies, connection);
        remove.Parameters.Add(Values.Numbers(changed.Select(lead => lead.There!.Id)));
        await remove.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);

        void Write(LeadToWrite lead)
        {
            leads.Add(lead.Row, lead.Lead, lead.Owner, CompanyOf(lead, companies), further: 1);
            leads.Buffer.Number(lead.There!.Id);
        }
    }

    /// <summary>Applies the staged changes to the leads, and stores their new versions in the list.</summary>
    private async Task ApplyAsync(Dictionary<long, LeadToWrite> changed, CancellationToken cancellationToken)
    {
        await using var change = new NpgsqlCommand(_sql.Change, connection);
        await using var reader = await change.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            changed[reader.GetInt64(0)].NewVersion = reader.GetInt64(1);
        }
    }

    private async Task AddOtherCompaniesAsync(
        IEnumerable<LeadToWrite> leads,
        IncomingCompanies companies,
        CancellationToken cancellationToken)
    {
        var rows = new OtherCompanyRows();
        foreach (var lead in leads)
        {
            rows.Add(lead, companies);
        }

        if (rows.Count > 0)
        {
            await using var add = new NpgsqlCommand(_sql.AddOtherCompanies, connection);
            add.Parameters.AddRange(rows.Parameters());
            add.Parameters.Add(Values.Text(account));
            await add.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private static StoredCompany? CompanyOf(LeadToWrite lead, IncomingCompanies companies) =>
        lead.Company < 0 ? null : companies[lead.Company].Stored;

    private async Task ExecuteAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }
}
