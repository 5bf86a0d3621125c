using System.Collections.Generic;
using TypedWebhooks.Generators.Model;
using TypedWebhooks.Generators.Shapes;

namespace TypedWebhooks.Generators.Catalogs;

/// <summary>
/// Cuts the name of an event that is written without word boundaries: by the words of the event's own description and
/// members, so that other events do not rename it; and, where these do not make it up, by those that webhooks have in common. Most names have boundaries, so words are learnt when a name asks for them.
/// </summary>
internal static class EventWords
{
    /// <summary>Of an event with more objects in one another than this, the first ones say enough.</summary>
    private const int MaxObjects = 100;

    /// <summary>The event's name with its words set apart by spaces; null where it is not to be cut.</summary>
    /// <param name="name">The name, or what its name in C# is made of.</param>
    public static string? TryCut(EventShape e, string name)
    {
        if (!Vocabulary.MayCut(name))
        {
            return null;
        }

        Vocabulary words = new();
        words.Add(e.Description);
        Learn(words, e.Body, []);
        return words.TryCut(name) ?? words.TryCut(name, WebhookWords.All);
    }

    private static void Learn(Vocabulary words, ObjectShape shape, HashSet<ObjectShape> seen)
    {
        if (!seen.Add(shape))
        {
            return;
        }

        foreach (MemberShape member in Objects.Flatten(shape))
        {
            words.Add(member.Name);
            words.Add(member.Description);
            if (seen.Count < MaxObjects && Objects.In(member.Shape) is { } inner)
            {
                Learn(words, inner, seen);
            }
        }
    }
}
