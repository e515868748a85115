using Cadence.SellsyImport.Proof.Changes.Stores;

namespace Cadence.SellsyImport.Proof.Changes;

/// <summary>What happens beside the product: somebody changes a file, a user, a lead, a company, or puts back a copy of the database.</summary>
internal sealed class WorldChanges(World world)
{
    private readonly Model _model = world.Model;
    private KnownState? _copy;

    /// <summary>Makes a random change.</summary>
    /// <param name="during">The call during which it happens; none between two calls.</param>
    public void Make(Operation? during = null)
    {
        var when = during is null ? "" : "  meanwhile: ";
        world.Log(when + (world.Random.Next(during is null ? 16 : 11) switch
        {
            0 or 1 or 2 => File(during),
            3 or 4 => User(during),
            5 => RemoveUser(during),
            6 or 7 => EditLeads(during, SomeLeads(during)),
            8 => RemoveLead(during),
            9 => AddLead(during),
            10 => EditCompany(during),
            11 => RestoreFile(),
            12 or 13 => Copy(),
            _ => Restore(),
        }));
        if (during is null)
        {
            world.Forget();
        }
    }

    /// <summary>The file or the users change during a call, which need no store.</summary>
    public void MakeBesideStore(Operation during) => world.Log("  meanwhile: " + (world.Chance(2) || world.HoldsUsers ? File(during) : User(during)));

    private StoreContent Content(Operation? during) => during is null ? world.Content : world.Store.Read();

    private string File(Operation? during)
    {
        var file = during?.File is { } used && !world.Chance(4) ? used : world.Pick(world.Files);
        if (during?.File == file)
        {
            during.IsFileChanged = true;
        }

        var (change, text) = world.Random.Next(6) switch
        {
            0 => (file.Append, "is longer"),
            1 => (file.Truncate, "is shorter"),
            2 => (file.Replace, "is another file"),
            _ => ((Action)file.Rewrite, "is rewritten in place"),
        };
        change();
        return $"{Path.GetFileName(file.Path)} {text}";
    }

    private string RestoreFile()
    {
        var plans = _model.State.Imports.Values.Select(import => import.Shown).ToList();
        if (plans.Count == 0)
        {
            return "no file to be put back";
        }

        var shown = world.Pick(plans.OrderBy(plan => plan.Number).ToList());
        shown.File.GoBackTo(shown.Version);
        return $"{Path.GetFileName(shown.File.Path)} is again that of plan {shown.Number}";
    }

    private string User(Operation? during)
    {
        var (before, after) = world.Users.Changed(world.Random);
        world.Users.Set(before is null ? world.Users.All.Add(after) : world.Users.All.Replace(before, after));
        if (world.HoldsUsers)
        {
            world.Store.SetUser(after);
        }

        Touch(during, before);
        Touch(during, after);
        return before is null
            ? $"user {after.Id} is new: {after.FullName}"
            : $"user {after.Id} {before.FullName} <{before.Email}> becomes {after.FullName} <{after.Email}>";
    }

    private string RemoveUser(Operation? during)
    {
        var user = world.Pick(world.Users.All);
        var isHeld = world.HoldsUsers && Content(during).Leads.Values.Any(lead => lead.OwnerId == user.Id);
        if (isHeld || world.Users.All.Length < 3)
        {
            return $"user {user.Id} has leads and stays";
        }

        world.Users.Set(world.Users.All.Remove(user));
        if (world.HoldsUsers)
        {
            world.Store.RemoveUser(user.Id);
        }

        Touch(during, user);
        return $"user {user.Id} {user.FullName} is removed";
    }

    private void Touch(Operation? during, CadenceUser? user)
    {
        _model.TouchUser(user);
        during?.Users.Add(world.Users.All);
    }

    private List<string> SomeLeads(Operation? during)
    {
        var leads = Content(during).Leads.Keys.Order(StringComparer.Ordinal).ToList();
        return leads.Count == 0 ? leads : [.. Enumerable.Range(0, world.Random.Next(1, 5)).Select(_ => world.Pick(leads)).Distinct()];
    }

    private string EditLeads(Operation? during, IReadOnlyCollection<string> contacts)
    {
        foreach (var contact in contacts)
        {
            var job = FormattableString.Invariant($"Human {_model.Tick()}");
            world.Store.EditLead(contact, job);
            _model.Edited(contact);
            if (during is not null)
            {
                during.Edits[contact] = job;
            }
        }

        return $"a person edits {(contacts.Count == 0 ? "no lead" : string.Join(", ", contacts))}";
    }

    private string RemoveLead(Operation? during)
    {
        var leads = Content(during).Leads.OrderBy(lead => lead.Key, StringComparer.Ordinal).ToList();
        if (leads.Count == 0)
        {
            return "no lead to be removed";
        }

        var (contact, lead) = world.Pick(leads);
        world.Store.RemoveLead(contact);
        _model.Removed(contact, lead);
        during?.Uncertain.Add(contact);
        return $"a person removes {contact}";
    }

    private string AddLead(Operation? during)
    {
        var contact = world.Pick(world.Pick(world.Files).Rows).ContactId;
        if (Content(during).Leads.ContainsKey(contact))
        {
            return $"{contact} is there already";
        }

        world.Store.AddLead(contact, FormattableString.Invariant($"Human {_model.Tick()}"), world.Pick(world.Users.All));
        _model.Set(contact, new(CreatedBy: null));
        during?.Uncertain.Add(contact);
        return $"a person adds {contact}";
    }

    private string EditCompany(Operation? during)
    {
        var companies = Content(during).Companies.Keys.Order(StringComparer.Ordinal).ToList();
        if (companies.Count == 0)
        {
            return "no company to be edited";
        }

        var company = world.Pick(companies);
        world.Store.EditCompany(company, FormattableString.Invariant($"City {_model.Tick()}"));
        _model.KeepCompany(company);
        return $"a person edits {company}";
    }

    private string Copy()
    {
        world.Store.Copy();
        _model.State = _model.State with { EditedSinceCopy = [] };
        _copy = _model.State;
        var leads = world.Content.Leads.Keys.Order(StringComparer.Ordinal).Where(_ => world.Chance(2)).ToList();
        return $"the database is copied; {EditLeads(null, leads)}";
    }

    /// <summary>Puts the copy back; mostly the leads that were edited since are then edited once more.</summary>
    private string Restore()
    {
        if (_copy is not { } copy)
        {
            return Copy();
        }

        var edited = _model.State.EditedSinceCopy;
        world.Store.Restore();
        _model.Restore(copy);
        var content = world.ReadAgain();
        if (world.HoldsUsers)
        {
            world.Users.Set([.. content.Users.OrderBy(user => user.Id, StringComparer.Ordinal)]);
        }

        var again = world.Chance(4) ? [] : edited.Where(content.Leads.ContainsKey).Order(StringComparer.Ordinal).ToList();
        return $"the copy is restored; {EditLeads(null, again)}";
    }
}
