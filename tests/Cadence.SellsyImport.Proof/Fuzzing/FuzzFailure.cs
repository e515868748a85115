using System.Text;

namespace Cadence.SellsyImport.Proof.Fuzzing;

/// <summary>A promise that was broken, and the smallest input found that breaks it.</summary>
/// <param name="Seed">The seed of the run.</param>
/// <param name="Number">The number of the input under that seed.</param>
/// <param name="Finding">What was found.</param>
/// <param name="Input">The input.</param>
internal sealed record FuzzFailure(ulong Seed, long Number, FuzzFinding Finding, byte[] Input)
{
    public override string ToString() =>
        $"BROKEN: {Finding.Promise}\n  {Finding.Detail}\n  seed {Seed}, input {Number}, made small:\n  {Convert.ToHexString(Input)}\n  {Printable()}";

    private string Printable()
    {
        var text = new StringBuilder();
        foreach (var value in Input)
        {
            text.Append(value is >= 0x20 and < 0x7F and not (byte)'\\' ? ((char)value).ToString() : $"\\x{value:X2}");
        }

        return text.ToString();
    }
}
