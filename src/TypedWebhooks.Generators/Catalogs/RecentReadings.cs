using System;
using System.Collections.Concurrent;
using System.Threading;
using TypedWebhooks.Generators.Items;

namespace TypedWebhooks.Generators.Catalogs;

/// <summary>
/// What the generator has read last, for the analyzers of the same compilation, which see the same files: they need not read them
/// again. Whoever takes a reading gets what reading would give him, so nothing depends on whether one is there.
/// </summary>
internal static class RecentReadings
{
    /// <summary>A reading that nobody takes is kept until the next one of its provider, or until there are many.</summary>
    private const int MaxProviders = 16;

    private static readonly ConcurrentDictionary<string, OriginalReading> s_readings = new(StringComparer.Ordinal);

    public static OriginalReading Read(ProviderFiles files, CancellationToken cancellationToken)
    {
        OriginalReading reading = ProviderReader.ReadOriginal(files, cancellationToken);
        if (files.Pins.Events.Count == 0)
        {
            // Without a baseline nobody will ask for it.
            return reading;
        }

        if (s_readings.Count >= MaxProviders)
        {
            s_readings.Clear();
        }

        s_readings[Key(files)] = reading;
        return reading;
    }

    /// <summary>The reading of these files, which is not kept any longer.</summary>
    public static OriginalReading Take(ProviderFiles files, CancellationToken cancellationToken) =>
        s_readings.TryRemove(Key(files), out OriginalReading? recent) && recent.Files.Equals(files) ? recent : ProviderReader.ReadOriginal(files, cancellationToken);

    private static string Key(ProviderFiles files) => files.RootNamespace + "\n" + files.Name + "\n" + files.VersionText;
}
