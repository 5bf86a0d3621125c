using System;
using System.Globalization;
using System.Text;
using TypedWebhooks.Json;
using Xunit;

namespace TypedWebhooks.Tests.Json;

public class DateTimeTests
{
    [Theory]
    [InlineData("2024-11-15T08:30:00Z", "2024-11-15T08:30:00.0000000+00:00")]
    [InlineData("2024-11-15T08:30:00", "2024-11-15T08:30:00.0000000+00:00")]
    [InlineData("2024-11-15t08:30:00z", "2024-11-15T08:30:00.0000000+00:00")]
    [InlineData("2024-11-15 08:30:00", "2024-11-15T08:30:00.0000000+00:00")]
    [InlineData("2024-11-15T08:30Z", "2024-11-15T08:30:00.0000000+00:00")]
    [InlineData("2024-11-15", "2024-11-15T00:00:00.0000000+00:00")]
    [InlineData("2024-11-15T08:30:00.1Z", "2024-11-15T08:30:00.1000000+00:00")]
    [InlineData("2024-11-15T08:30:00,25Z", "2024-11-15T08:30:00.2500000+00:00")]
    [InlineData("2024-11-15T08:30:00.12345678999999999999999Z", "2024-11-15T08:30:00.1234567+00:00")]
    [InlineData("2024-11-15T08:30:00+02:00", "2024-11-15T08:30:00.0000000+02:00")]
    [InlineData("2024-11-15T08:30:00+0200", "2024-11-15T08:30:00.0000000+02:00")]
    [InlineData("2024-11-15T08:30:00-02", "2024-11-15T08:30:00.0000000-02:00")]
    [InlineData("2024-11-15T08:30:00+14:00", "2024-11-15T08:30:00.0000000+14:00")]
    [InlineData("2024-11-15T08:30:00+14:01", "2024-11-14T18:29:00.0000000+00:00")]
    [InlineData("2024-11-15T08:30:00-23:59", "2024-11-16T08:29:00.0000000+00:00")]
    [InlineData("2016-12-31T23:59:60Z", "2016-12-31T23:59:59.9999999+00:00")]
    [InlineData("2016-12-31T23:59:60.5Z", "2016-12-31T23:59:59.9999999+00:00")]
    [InlineData("0001-01-01T00:00:00", "0001-01-01T00:00:00.0000000+00:00")]
    [InlineData("0001-01-01T00:00:00-02:00", "0001-01-01T00:00:00.0000000-02:00")]
    [InlineData("9999-12-31T23:59:59.9999999", "9999-12-31T23:59:59.9999999+00:00")]
    [InlineData("2024-02-29T00:00:00Z", "2024-02-29T00:00:00.0000000+00:00")]
    public void DateTime_IsRead(string text, string expected) =>
        Assert.Equal(expected, Read(text)?.ToString("O", CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("")]
    [InlineData("2024")]
    [InlineData("2024-11")]
    [InlineData("2024-1-15")]
    [InlineData("2023-02-29T00:00:00Z")]
    [InlineData("2024-13-01T00:00:00Z")]
    [InlineData("2024-00-01T00:00:00Z")]
    [InlineData("2024-11-00T00:00:00Z")]
    [InlineData("0000-01-01T00:00:00Z")]
    [InlineData("10000-01-01T00:00:00Z")]
    [InlineData("+2024-11-15T08:30:00Z")]
    [InlineData("2024-11-15T")]
    [InlineData("2024-11-15T8:30:00Z")]
    [InlineData("2024-11-15T08")]
    [InlineData("2024-11-15T24:00:00Z")]
    [InlineData("2024-11-15T08:60:00Z")]
    [InlineData("2024-11-15T08:30:61Z")]
    [InlineData("2024-11-15T08:30:")]
    [InlineData("2024-11-15T08:30:0")]
    [InlineData("2024-11-15T08:30:00.")]
    [InlineData("2024-11-15T08:30:00.Z")]
    [InlineData("2024-11-15T08:30:00ZZ")]
    [InlineData("2024-11-15T08:30:00 Z")]
    [InlineData("2024-11-15T08:30:00Z ")]
    [InlineData(" 2024-11-15T08:30:00Z")]
    [InlineData("2024-11-15T08:30:00+2")]
    [InlineData("2024-11-15T08:30:00+02:")]
    [InlineData("2024-11-15T08:30:00+02:0")]
    [InlineData("2024-11-15T08:30:00+02:60")]
    [InlineData("2024-11-15T08:30:00+24:00")]
    [InlineData("2024-11-15T08:30:00\u221202:00")]
    [InlineData("2024-11-15T08:30:00+02:00:00")]
    [InlineData("2024/11/15T08:30:00Z")]
    [InlineData("\u0662\u0660\u0662\u0664-11-15T08:30:00Z")]
    [InlineData("0001-01-01T00:00:00+00:01")]
    [InlineData("9999-12-31T23:59:59-00:01")]
    public void TextThatIsNoDateTime_Fails(string text) => Assert.Null(Read(text));

    [Theory]
    [InlineData("08:30:00", "08:30:00.0000000")]
    [InlineData("08:30", "08:30:00.0000000")]
    [InlineData("08:30:00.123", "08:30:00.1230000")]
    [InlineData("08:30:00Z", "08:30:00.0000000")]
    [InlineData("08:30:00.5+02:00", "08:30:00.5000000")]
    [InlineData("23:59:60Z", "23:59:59.9999999")]
    public void Time_IsRead(string text, string expected)
    {
        WebhookReader reader = new(Encoding.UTF8.GetBytes($"\"{text}\""));
        Assert.Equal(expected, reader.ReadTimeOnly().ToString("O", CultureInfo.InvariantCulture));
        Assert.False(reader.Failed);
    }

    [Theory]
    [InlineData("2024-11-15T00:00:00")]
    [InlineData("24-11-15")]
    [InlineData("2024-11-5")]
    [InlineData("2024-11-31")]
    public void TextThatIsNoDate_Fails(string text)
    {
        WebhookReader reader = new(Encoding.UTF8.GetBytes($"\"{text}\""));
        _ = reader.ReadDateOnly();
        Assert.True(reader.Failed);
    }

    [Fact]
    public void EscapedDate_IsRead() =>
        Assert.Equal(new DateTimeOffset(2024, 11, 15, 8, 30, 0, TimeSpan.Zero), Read("\\u0032024-11-15T08:30:00\\u005a"));

    [Fact]
    public void RandomDates_AreReadAsTheFrameworkReadsThem()
    {
        Random random = new(20241115);
        for (int i = 0; i < 5_000; i++)
        {
            TimeSpan offset = TimeSpan.FromMinutes(random.Next(-14 * 60, (14 * 60) + 1));
            DateTimeOffset value = new(random.NextInt64(TimeSpan.TicksPerDay, DateTime.MaxValue.Ticks - TimeSpan.TicksPerDay), offset);
            int digits = random.Next(0, 8);
            string format = "yyyy-MM-ddTHH:mm:ss" + (digits == 0 ? "" : "." + new string('f', digits)) + "zzz";
            string text = value.ToString(format, CultureInfo.InvariantCulture);
            DateTimeOffset expected = DateTimeOffset.ParseExact(text, format, CultureInfo.InvariantCulture);
            Assert.True(expected.EqualsExact(Read(text)!.Value), text);
        }
    }

    private static DateTimeOffset? Read(string text)
    {
        WebhookReader reader = new(Encoding.UTF8.GetBytes($"\"{text}\""));
        DateTimeOffset value = reader.ReadDateTimeOffset();
        reader.EndDocument();
        return reader.Failed ? null : value;
    }
}
