using TypedWebhooks.Generators.Baselines;
using TypedWebhooks.Generators.Support;

namespace TypedWebhooks.Generators.Evolution;

/// <summary>Something in which a provider's surface differs from its baseline.</summary>
/// <param name="Rule">Which kind of change it is.</param>
/// <param name="Place">The entry on which it sits: one of the new surface or, of what is gone, one of the baseline.</param>
/// <param name="IsGone">Whether the entry is in the baseline only.</param>
/// <param name="Parent">The entry of the new surface where it is shown if its own is nowhere.</param>
/// <param name="Message">What is said of it.</param>
/// <param name="Events">How many events reach it.</param>
/// <param name="Old">What it was, in one word or type; empty where there was nothing.</param>
/// <param name="New">What it is; empty where there is nothing.</param>
internal sealed record Change(ChangeRule Rule, EntryKey Place, bool IsGone, EntryKey? Parent, string Message, int Events, string Old, string New)
{
    /// <summary>By which it is known again as long as it is the same change of the same thing.</summary>
    public string Fingerprint
    {
        get
        {
            StableHash hash = default;
            hash.Add(Rule.Id);
            hash.Add(Place.Kind.ToString());
            hash.Add(Place.Owner);
            hash.Add(Place.Name);
            hash.Add(Old);
            hash.Add(New);
            return hash.Short;
        }
    }

    /// <summary>Where it is, for whoever reads a list of changes.</summary>
    public string Where => Place.Owner.Length == 0 ? Place.Name : Place.Owner + "." + Place.Name;
}
