using System;
using System.Globalization;
using System.Text;
using TypedWebhooks.Json;
using TypedWebhooks.Tests.Samples;
using Xunit;

namespace TypedWebhooks.Tests.Json;

/// <summary>The machine's zone, of which the reading of dates must know nothing. It is the process's, so nothing runs beside these.</summary>
[CollectionDefinition(nameof(TimeZoneTests), DisableParallelization = true)]
[Collection(nameof(TimeZoneTests))]
public sealed class TimeZoneTests : IDisposable
{
    private const string Variable = "TZ";

    private readonly string? _zone = Environment.GetEnvironmentVariable(Variable);
    private readonly CultureInfo _culture = CultureInfo.CurrentCulture;

    public void Dispose()
    {
        SetZone(_zone);
        CultureInfo.CurrentCulture = _culture;
    }

    [Theory]
    [InlineData("UTC", 0)]
    [InlineData("Europe/Helsinki", 2)]
    [InlineData("America/New_York", -5)]
    [InlineData("Pacific/Kiritimati", 14)]
    [InlineData("Etc/GMT+12", -12)]
    public void DateWithoutOffset_IsUtcInEveryZone(string zone, int winterOffsetHours)
    {
        SetZone(zone);
        if (!OperatingSystem.IsWindows())
        {
            // If the zone had not changed, the rest would prove nothing.
            Assert.Equal(TimeSpan.FromHours(winterOffsetHours), TimeZoneInfo.Local.GetUtcOffset(new DateTime(2024, 1, 1)));
        }

        foreach (string text in new[] { "0001-01-01T00:00:00", "9999-12-31T23:59:59", "2024-03-31T03:30:00", "2024-01-01" })
        {
            OrderPlacedEvent e = OrderJson.ParsePlaced(OrderJson.Replacing("PlacedAt", $"\"{text}\""));
            Assert.Equal(TimeSpan.Zero, e.PlacedAt.Offset);
            Assert.Equal(DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.None), e.PlacedAt.DateTime);
            Assert.Equal($"\"{text}\"", OrderJson.RawMember(OrderJson.Write(e), "PlacedAt"));
        }
    }

    [Theory]
    [InlineData("sv-SE")]
    [InlineData("fa-IR")]
    [InlineData("ar-SA")]
    [InlineData("tr-TR")]
    [InlineData("th-TH")]
    public void Culture_ChangesNothing(string culture)
    {
        string json = OrderJson.With("\"Count\":-5,\"Ratio\":-12345678901234567.5,\"Total\":-1.50,\"Due\":\"2024-11-15\",\"At\":\"08:30:00.5\"");
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        string expected = OrderJson.Write(OrderEvent.Parse(json));
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        Assert.Equal(expected, OrderJson.Write(OrderEvent.Parse(json)));
        Assert.Equal("orderplaced", OrderJson.RawMember(OrderJson.Write(OrderEvent.Parse(OrderJson.Replacing("EventType", "\"orderplaced\""))), "EventType").Trim('"'));
        Assert.Equal(
            "Expected an integer from -9223372036854775808 to 9223372036854775807, found another number.",
            OrderJson.ParseMismatch(OrderJson.With("\"Count\":0.5")).Message);
    }

    private static void SetZone(string? zone)
    {
        Environment.SetEnvironmentVariable(Variable, zone);
        TimeZoneInfo.ClearCachedData();
    }
}
