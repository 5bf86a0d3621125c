using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using TypedWebhooks.AspNetCore.Tests.Answers;
using Xunit;

namespace TypedWebhooks.AspNetCore.Tests.Handling;

public class LedgerHealthTests
{
    [Theory]
    [InlineData(false, "Healthy")]
    [InlineData(true, "Unhealthy")]
    public async Task Ledger_AnswersOrNot(bool isBroken, string expected)
    {
        await using Receiver receiver = await Setup.AcmeAsync(
            new Calls(),
            add: builder =>
            {
                builder.Services.AddHealthChecks().AddWebhookLedger();
                if (isBroken)
                {
                    builder.Services.AddSingleton<IWebhookLedger, BrokenLedger>();
                }
            },
            use: static app => app.MapHealthChecks("/health"));
        for (int i = 0; i < 3; i++)
        {
            using HttpResponseMessage response = await receiver.Client.GetAsync(new Uri("/health", UriKind.Relative));
            Assert.Equal((expected, isBroken ? 503 : 200), (await response.Content.ReadAsStringAsync(), (int)response.StatusCode));
        }
    }
}
