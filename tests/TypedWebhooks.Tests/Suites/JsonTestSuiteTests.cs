using System;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;
using TypedWebhooks.Tests.Samples;
using Xunit;

namespace TypedWebhooks.Tests.Suites;

public class JsonTestSuiteTests
{
    public static TheoryData<string> Entries { get; } = [.. EventEntries.All.Keys];

    [JsonTestSuiteFact]
    public void Suite_IsWhole()
    {
        Assert.Equal(95, JsonTestSuite.Names("y_").Count());
        Assert.Equal(188, JsonTestSuite.Names("n_").Count());
        Assert.Equal(35, JsonTestSuite.Names("i_").Count());
    }

    [JsonTestSuiteTheory]
    [MemberData(nameof(Entries))]
    public async Task WellFormed_IsEventOrNoObject(string entry)
    {
        foreach (string name in JsonTestSuite.Names("y_"))
        {
            byte[] json = JsonTestSuite.Read(name);
            using JsonDocument document = JsonDocument.Parse(json);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                OrderEvent? e = await EventEntries.All[entry](json);
                Assert.Equal(UnrecognizedReason.MissingEventType, Assert.IsType<UnrecognizedOrderEvent>(e).Reason);
                Assert.Equal(document.RootElement.GetRawText(), OrderJson.Write(e));
            }
            else
            {
                JsonException error = await Assert.ThrowsAnyAsync<JsonException>(() => EventEntries.All[entry](json));
                Assert.True(error.Message.Contains("no object", StringComparison.Ordinal), $"{name}: {error.Message}");
            }
        }
    }

    [JsonTestSuiteTheory]
    [MemberData(nameof(Entries))]
    public async Task Broken_Throws(string entry)
    {
        foreach (string name in JsonTestSuite.Names("n_"))
        {
            byte[] json = JsonTestSuite.Read(name);
            Exception? error = await Record.ExceptionAsync(() => EventEntries.All[entry](json));
            Assert.True(error is JsonException, $"{name}: {error?.ToString() ?? "accepted"}");
        }
    }

    [JsonTestSuiteTheory]
    [MemberData(nameof(Entries))]
    public async Task Free_IsEventOrThrows(string entry)
    {
        foreach (string name in JsonTestSuite.Names("i_"))
        {
            byte[] json = JsonTestSuite.Read(name);
            Exception? error = await Record.ExceptionAsync(() => EventEntries.All[entry](json));
            Assert.True(error is null or JsonException, $"{name}: {error}");
        }
    }

    /// <summary>The suite's documents are small values; here each stands inside an event, where it is kept.</summary>
    [JsonTestSuiteTheory]
    [MemberData(nameof(Entries))]
    public async Task ValueInsideEvent_IsKeptOrThrows(string entry)
    {
        foreach (string name in JsonTestSuite.Names(""))
        {
            byte[] value = JsonTestSuite.Read(name);
            byte[] json =
            [
                .. "{\"EventType\":\"OrderClosed\",\"Reason\":\"r\",\"x\":"u8, .. value, .. "}"u8,
            ];
            OrderEvent? e = null;
            Exception? error = await Record.ExceptionAsync(async () => e = await EventEntries.All[entry](json));
            Assert.True(error is null or JsonException, $"{name}: {error}");
            Assert.True(error is null || name[0] != 'y', $"{name}: {error}");
            if (e is OrderClosedEvent)
            {
                OrderJson.AssertJsonEqual(Encoding.UTF8.GetString(json), OrderJson.Write(e));
            }
        }
    }
}
