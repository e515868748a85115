using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Cadence.SellsyImport.Leads;

/// <summary>
/// A hash of 64 bits that is the same in every process, for texts and numbers in their order. It notices changes by people, and is no protection
/// against those who look for a collision.
/// </summary>
internal struct ContentHash()
{
    private const ulong Odd = 0x9E37_79B9_7F4A_7C15;
    private const ulong OtherOdd = 0xC2B2_AE3D_27D4_EB4F;
    private const int Rotation = 29;

    private ulong _state = Odd;

    public void Add(string? text)
    {
        if (text is null)
        {
            Add(-1);
            return;
        }

        Add(text.Length);
        var bytes = MemoryMarshal.AsBytes(text.AsSpan());
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
        {
            Mix(BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        }

        foreach (var left in bytes)
        {
            Mix(left);
        }
    }

    public void Add(long number) => Mix((ulong)number);

    public readonly long Value
    {
        get
        {
            var value = (_state ^ (_state >> 32)) * OtherOdd;
            return (long)(value ^ (value >> Rotation));
        }
    }

    private void Mix(ulong value) => _state = (BitOperations.RotateLeft(_state, Rotation) ^ (value * OtherOdd)) * Odd;
}
