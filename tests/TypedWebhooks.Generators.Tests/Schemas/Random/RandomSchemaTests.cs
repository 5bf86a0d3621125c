using System;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;
using Xunit.Abstractions;

namespace TypedWebhooks.Generators.Tests.Schemas.Random;

/// <summary>
/// Schemas at random: whatever they are, what is emitted compiles without a warning, and reading is total and loses nothing.
/// <c>TYPEDWEBHOOKS_FUZZ</c> is the number of schemas, 200 unless it is set; the seed is fixed.
/// </summary>
public sealed class RandomSchemaTests(ITestOutputHelper output)
{
    [Fact]
    public void AnySchema_CompilesAndReadsAnyValue()
    {
        int wanted = int.TryParse(Environment.GetEnvironmentVariable("TYPEDWEBHOOKS_FUZZ"), CultureInfo.InvariantCulture, out int asked) ? asked : 200;
        Stopwatch clock = Stopwatch.StartNew();
        int done = 0, read = 0, recognized = 0;
        for (ulong batch = 0; done < wanted; batch++)
        {
            RandomProvider provider = RandomProvider.Make(batch);
            for (int i = 0; i < provider.Schemas.Count; i++)
            {
                foreach (string json in provider.Bodies(i))
                {
                    object e = provider.Parse(json);
                    string written = JsonSerializer.Serialize(e, provider.Root);
                    Assert.True(Corpus.AreEqual(json, written), $"{provider.Schemas[i]}\n{json}\n{written}");
                    recognized += RandomProvider.IsRecognized(e) ? 1 : 0;
                    read++;
                }
            }

            done += provider.Schemas.Count;
        }

        output.WriteLine($"{done} schemas, {read} values, {recognized} of them read as the event, in {clock.Elapsed}");
        Assert.InRange(recognized, read / 20, read - 1);
    }
}
