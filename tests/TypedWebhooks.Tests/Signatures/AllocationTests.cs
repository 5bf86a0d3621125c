using System;
using System.Linq;
using Xunit;

namespace TypedWebhooks.Tests.Signatures;

/// <summary>Verifying what is right makes no garbage.</summary>
public sealed class AllocationTests
{
    public static TheoryData<string> Names() => [.. SchemeSample.All.Select(static sample => sample.Scheme.Name).Where(static name => name is not ("AdyenClassic" or "DropboxSign"))];

    [Theory]
    [MemberData(nameof(Names))]
    public void GoodDelivery_AllocatesNothing(string scheme) => Assert.Equal(0, Measure(scheme));

    /// <summary>Those look into the body.</summary>
    [Theory]
    [InlineData("AdyenClassic", 400)]
    [InlineData("DropboxSign", 2000)]
    public void GoodBody_AllocatesLittle(string scheme, long most) => Assert.InRange(Measure(scheme), 0, most);

    private static long Measure(string name)
    {
        SchemeSample sample = SchemeSample.Of(name);
        SignedWebhook signed = sample.Sign();
        WebhookHeaderList headers = new(signed.Headers);
        WebhookSecrets secrets = sample.Secrets;
        for (int i = 0; i < 200; i++)
        {
            sample.Scheme.Verify(headers, signed.Body.Span, secrets, SchemeSample.Now, address: sample.Address);
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
        {
            sample.Scheme.Verify(headers, signed.Body.Span, secrets, SchemeSample.Now, address: sample.Address);
        }

        return (GC.GetAllocatedBytesForCurrentThread() - before) / 100;
    }
}
