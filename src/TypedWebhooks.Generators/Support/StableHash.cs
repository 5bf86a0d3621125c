using System.Globalization;

namespace TypedWebhooks.Generators.Support;

/// <summary>A hash of a text that is the same everywhere and always, as one that is kept in a file has to be (FNV-1a).</summary>
internal struct StableHash
{
    private const ulong Basis = 14695981039346656037, Prime = 1099511628211;

    private ulong _state;
    private bool _hasBegun;

    public void Add(string text)
    {
        ulong state = _hasBegun ? _state : Basis;
        foreach (char c in text)
        {
            // Whoever checks a file out may get other line ends than whoever checked it in.
            if (c != '\r')
            {
                state = unchecked((state ^ c) * Prime);
            }
        }

        // So that the same letters in other parts are not the same.
        _state = unchecked((state ^ 0xFFFF) * Prime);
        _hasBegun = true;
    }

    /// <summary>The hash so far, in sixteen digits.</summary>
    public readonly string Long => (_hasBegun ? _state : Basis).ToString("x16", CultureInfo.InvariantCulture);

    /// <summary>Half of it.</summary>
    public readonly string Short
    {
        get
        {
            ulong state = _hasBegun ? _state : Basis;
            return unchecked((uint)(state ^ (state >> 32))).ToString("x8", CultureInfo.InvariantCulture);
        }
    }

    public static string Of(string text)
    {
        StableHash hash = default;
        hash.Add(text);
        return hash.Short;
    }
}
