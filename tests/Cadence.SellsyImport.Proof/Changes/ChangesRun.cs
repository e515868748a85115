using Cadence.SellsyImport.Proof.Changes.Stores;

namespace Cadence.SellsyImport.Proof.Changes;

/// <summary>One random history, from an empty store to the undo of every import, and what was found wrong in it.</summary>
internal static class ChangesRun
{
    private const int Undos = 60;

    /// <param name="store">The store, which is emptied first.</param>
    /// <param name="folder">An existing folder for the files.</param>
    /// <param name="seed">The seed of the whole command.</param>
    /// <param name="number">The number of the run.</param>
    public static async Task<ChangesResult> RunAsync(IChangedStore store, string folder, int seed, int number)
    {
        var world = new World(store, folder, unchecked((seed * 1_000_003) + number));
        var result = new ChangesResult(seed, number, world.Steps);
        try
        {
            await LiveAsync(world).ConfigureAwait(false);
            return result;
        }
        catch (BrokenPromiseException broken)
        {
            return result with { Kind = broken.Kind, Message = broken.Message };
        }
        catch (Exception exception)
        {
            return result with { Kind = $"The test fails with {exception.GetType().Name}", Message = exception.ToString() };
        }
        finally
        {
            store.Close();
        }
    }

    private static async Task LiveAsync(World world)
    {
        var changes = new WorldChanges(world);
        var moves = new Moves(world, changes);
        await moves.PreviewAsync().ConfigureAwait(false);
        await moves.AddAsync().ConfigureAwait(false);
        for (var steps = world.Random.Next(4, 13); steps > 0; steps--)
        {
            await MoveAsync(world, moves, changes).ConfigureAwait(false);
        }

        for (var undos = 0; undos < Undos && await moves.UndoAsync().ConfigureAwait(false); undos++)
        {
            moves.IsDisturbed = undos < 3;
        }

        UndoChecker.CheckCompanies(world.Model, world.Content);
    }

    private static Task MoveAsync(World world, Moves moves, WorldChanges changes)
    {
        switch (world.Random.Next(20))
        {
            case < 5:
                return moves.PreviewAsync();
            case < 9:
                return moves.AddAsync();
            case < 11:
                return moves.ResumeAsync();
            case < 13:
                return moves.UndoAsync();
            case 13:
                return moves.EndAsync();
            case 14:
                return moves.LookAgainAsync();
            default:
                changes.Make();
                return Task.CompletedTask;
        }
    }
}
