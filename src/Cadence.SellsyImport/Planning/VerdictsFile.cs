namespace Cadence.SellsyImport.Planning;

/// <summary>Writes the verdicts of a plan and reads them again: the rows, then their places, then what stands for what, then the versions.</summary>
internal static class VerdictsFile
{
    public static void Write(BinaryWriter writer, PlanVerdicts verdicts)
    {
        writer.Write(verdicts.Rows);
        foreach (var position in verdicts.Positions)
        {
            writer.Write(position.Line);
            writer.Write(position.ByteOffset);
        }

        for (var row = 1L; row <= verdicts.Rows; row++)
        {
            writer.Write(verdicts.VerdictOf(row));
        }

        writer.Write(verdicts.Winners.Count);
        foreach (var (row, winner) in verdicts.Winners.OrderBy(entry => entry.Key))
        {
            writer.Write(row);
            writer.Write(winner);
            writer.Write(verdicts.TryGetMerged(winner, out var merged) && merged.Contains(row));
        }

        WriteVersions(writer, verdicts.Versions);
    }

    public static PlanVerdicts Read(BinaryReader reader)
    {
        var verdicts = new PlanVerdicts();
        var rows = reader.ReadInt64();
        var positions = new RowPosition[(rows + PlanVerdicts.RowsPerPosition - 1) / PlanVerdicts.RowsPerPosition];
        for (var i = 0; i < positions.Length; i++)
        {
            positions[i] = new(((long)i * PlanVerdicts.RowsPerPosition) + 1, reader.ReadInt64(), reader.ReadInt64());
        }

        for (var row = 0L; row < rows; row++)
        {
            verdicts.Add(reader.ReadByte(), positions[row / PlanVerdicts.RowsPerPosition]);
        }

        for (var count = reader.ReadInt32(); count > 0; count--)
        {
            var (row, winner) = (reader.ReadInt64(), reader.ReadInt64());
            if (reader.ReadBoolean())
            {
                verdicts.AddMerged(row, winner);
            }
            else
            {
                verdicts.AddLoser(row, winner);
            }
        }

        ReadVersions(reader, verdicts.Versions);
        return verdicts;
    }

    private static void WriteVersions(BinaryWriter writer, VersionList versions)
    {
        writer.Write(versions.Blocks.Count());
        foreach (var (block, values) in versions.Blocks)
        {
            writer.Write(block);
            foreach (var value in values)
            {
                writer.Write(value);
            }
        }
    }

    private static void ReadVersions(BinaryReader reader, VersionList versions)
    {
        for (var count = reader.ReadInt32(); count > 0; count--)
        {
            var values = versions.BlockOf(reader.ReadInt64());
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = reader.ReadInt64();
            }
        }
    }
}
