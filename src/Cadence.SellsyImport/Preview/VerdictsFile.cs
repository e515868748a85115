using Cadence.SellsyImport.Files;

namespace Cadence.SellsyImport.Preview;

/// <summary>Writes the verdicts of a plan and reads them again: the rows, then their places, then what stands for what, then the versions.</summary>
internal static class VerdictsFile
{
    private const int BytesOfPosition = 3 * sizeof(long);
    private const int BytesOfWinner = (2 * sizeof(long)) + 1;
    private const int BytesOfVersions = (VersionList.RowsPerBlock + 1) * sizeof(long);

    public static void Write(BinaryWriter writer, PlanVerdicts verdicts)
    {
        writer.Write(verdicts.Rows);
        foreach (var position in verdicts.Positions)
        {
            writer.Write(position.Number);
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
            writer.Write(verdicts.TryGetMerged(winner, out var merged) && merged.BinarySearch(row) >= 0);
        }

        WriteVersions(writer, verdicts.Versions);
    }

    /// <exception cref="InvalidDataException">The bytes are no verdicts, or contradict themselves.</exception>
    public static PlanVerdicts Read(ref ByteReader reader)
    {
        var verdicts = new PlanVerdicts();
        var rows = reader.ReadInt64();
        ByteReader.Require(rows >= 0 && rows <= reader.Left);
        var positions = ReadPositions(ref reader, (int)((rows + PlanVerdicts.RowsPerPosition - 1) / PlanVerdicts.RowsPerPosition));
        for (var row = 0; row < rows; row++)
        {
            var verdict = reader.ReadByte();
            ByteReader.Require(PlanVerdicts.IsVerdict(verdict));
            verdicts.Add(verdict, positions[row / PlanVerdicts.RowsPerPosition]);
        }

        ReadWinners(ref reader, verdicts);
        ReadVersions(ref reader, verdicts);
        return verdicts;
    }

    private static RowPosition[] ReadPositions(ref ByteReader reader, int count)
    {
        ByteReader.Require(count <= reader.Left / BytesOfPosition);
        var positions = new RowPosition[count];
        var before = new RowPosition(1, 1, 0);
        for (var i = 0; i < count; i++)
        {
            var position = new RowPosition(reader.ReadInt64(), reader.ReadInt64(), reader.ReadInt64());
            ByteReader.Require(position.Number >= before.Number && position.Number <= ((long)i * PlanVerdicts.RowsPerPosition) + 1);
            ByteReader.Require(position.Line >= before.Line && position.ByteOffset >= before.ByteOffset);
            positions[i] = before = position;
        }

        return positions;
    }

    private static void ReadWinners(ref ByteReader reader, PlanVerdicts verdicts)
    {
        var before = 0L;
        for (var count = reader.ReadCount(BytesOfWinner); count > 0; count--)
        {
            var (row, winner, isMerged) = (reader.ReadInt64(), reader.ReadInt64(), reader.ReadByte());
            ByteReader.Require(row > before && row <= verdicts.Rows && winner >= 1 && winner <= verdicts.Rows && winner != row && isMerged <= 1);
            before = row;
            if (isMerged == 1)
            {
                // A lead is completed by later rows only, and what completes one is not itself completed.
                ByteReader.Require(winner < row && !verdicts.TryGetWinner(winner, out _) && verdicts.StatusOf(row) == verdicts.StatusOf(winner));
                verdicts.AddMerged(row, winner);
            }
            else
            {
                ByteReader.Require(verdicts.StatusOf(row) == RowStatus.Error);
                verdicts.AddLoser(row, winner);
            }
        }
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

    private static void ReadVersions(ref ByteReader reader, PlanVerdicts verdicts)
    {
        var before = -1L;
        for (var count = reader.ReadCount(BytesOfVersions); count > 0; count--)
        {
            var block = reader.ReadInt64();
            ByteReader.Require(block > before && block < (verdicts.Rows + VersionList.RowsPerBlock - 1) / VersionList.RowsPerBlock);
            before = block;
            var values = verdicts.Versions.BlockOf(block);
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = reader.ReadInt64();
            }
        }
    }
}
