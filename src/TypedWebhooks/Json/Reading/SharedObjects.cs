using System;
using System.Threading;

namespace TypedWebhooks.Json;

/// <summary>
/// The objects of a body that were read last, one of a kind: bodies repeat themselves, the same user stands in ten places.
/// It lives from the first such object of a body to the body's end, and is then used again for the thread's next one.
/// </summary>
internal sealed class SharedObjects
{
    private const int Slots = 32;

    private static int s_kinds;

    [ThreadStatic]
    private static SharedObjects? s_unused;

    private readonly Slot[] _slots = new Slot[Slots];

    public static SharedObjects Rent()
    {
        SharedObjects objects = s_unused ?? new SharedObjects();
        s_unused = null;
        return objects;
    }

    /// <summary>The slot of one more kind of object. Kinds that stand in one body are most often met one after the other.</summary>
    public static int NextSlot() => (Interlocked.Increment(ref s_kinds) & int.MaxValue) % Slots;

    /// <summary>Forgets all objects, and is free for the next body.</summary>
    public void Return()
    {
        Array.Clear(_slots);
        s_unused = this;
    }

    /// <summary>The slot of a kind of object; two kinds may have to share it.</summary>
    public ref Slot Of(MemberNames names) => ref _slots[names.Slot];

    /// <summary>An object, and where it was read.</summary>
    public struct Slot
    {
        public MemberNames? Names;
        public object? Value;
        public int Start;
        public int Length;

        /// <summary>How many levels it has at most.</summary>
        public int Height;

        /// <summary>How many members in it the schema does not know.</summary>
        public int UnknownMembers;
    }
}
