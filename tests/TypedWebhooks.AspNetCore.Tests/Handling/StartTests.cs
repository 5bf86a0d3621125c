using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TypedWebhooks.AspNetCore.Tests.Acme;
using Xunit;

namespace TypedWebhooks.AspNetCore.Tests.Handling;

/// <summary>What keeps a host from starting, what it says at start, and what changes while it runs. The numbers are those of the acceptance cases of the plan.</summary>
public class StartTests
{
    [Theory]
    [InlineData("Webhooks:Acme:Scheme")] // 64
    [InlineData("Webhooks:Acme:Secrets", "Scheme", "GitHub")]
    [InlineData("Webhooks:Acme:Secrets", "Secrets", "abc")]
    [InlineData("Webhooks:Acme:Scheme", "Scheme", "Gitlab")]
    [InlineData("Webhooks:Acme:Secrets", "Scheme", "StandardWebhooks", "Secrets", "whsec_not base64")]
    [InlineData("Webhooks:Acme:Secrets", "Scheme", "GitHub", "Secrets", "")]
    [InlineData("Webhooks:Acme:PublicAddress", "Scheme", "Square", "Secrets", "abc")]
    [InlineData("Webhooks:Acme:HandlerTimeout", "Scheme", "GitHub", "Secrets", "abc", "HandlerTimeout", "soon")]
    [InlineData("Webhooks:Acme:HandlerTimeout", "Scheme", "GitHub", "Secrets", "abc", "HandlerTimeout", "00:00:00")]
    [InlineData("Webhooks:Acme:HandlerTimeout", "Scheme", "GitHub", "Secrets", "abc", "HandlerTimeout", "30")]
    [InlineData("Webhooks:Acme:HandlerTimeout", "Scheme", "GitHub", "Secrets", "abc", "HandlerTimeout", "60.00:00:00")]
    [InlineData("Webhooks:Acme:Tolerance", "Scheme", "Stripe", "Secrets", "abc", "Tolerance", "300")]
    [InlineData("Webhooks:Acme:Tolerance", "Scheme", "Stripe", "Secrets", "abc", "Tolerance", "-00:05:00")]
    [InlineData("Webhooks:Acme:MaxBodySize", "Scheme", "GitHub", "Secrets", "abc", "MaxBodySize", "0")]
    [InlineData("Webhooks:Acme:Scheme", "Scheme", "None")]
    [InlineData("Webhooks:Acme:Headers", "Scheme", "GitHub", "Secrets", "abc", "Headers:client-id", "def")]
    [InlineData("Webhooks:Acme:Headers", "Secrets", "abc", "Headers:client-id", "def")]
    [InlineData("Webhooks:Acme:Accounts:zeta:Secrets", "Scheme", "GitHub", "Secrets", "abc", "Accounts:zeta:Secret", "def")]
    [InlineData("Webhooks:Acme:MaxBodySize", "Scheme", "GitHub", "Secrets", "abc", "MaxBodySize", "1 MB")]
    [InlineData("Webhooks:Acme:OnUnrecognized", "Scheme", "GitHub", "Secrets", "abc", "OnUnrecognized", "Drop")]
    [InlineData("Webhooks:Acme:Accounts:zeta:Secrets", "Scheme", "StandardWebhooks", "Secrets", Setup.Secret, "Accounts:zeta:Secrets", "whsec_%")]
    public async Task SettingsThatVerifyNothing_KeepTheHostFromStarting(string key, params string[] settings)
    {
        OptionsValidationException e = await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync(settings));
        Assert.Contains(key + ":", e.Message + " " + e.Message.Replace(" ", ": ", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("whsec_n", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AccountsWithoutASecret_KeepTheHostFromStarting()
    {
        OptionsValidationException e = await Assert.ThrowsAsync<OptionsValidationException>(() => Setup.AcmeAsync(new Calls(), pattern: "/hooks/{account}"));
        Assert.Contains("Webhooks:Acme:Accounts", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SinkThatNobodyHasRegistered_KeepsTheHostFromStarting()
    {
        InvalidOperationException e = await Assert.ThrowsAsync<InvalidOperationException>(() => Setup.AcmeAsync(new Calls(), map: static endpoint => endpoint.ToSink<Duplicates.RecordingSink>()));
        Assert.Contains("RecordingSink", e.Message, StringComparison.Ordinal);
        await using Receiver receiver = await Setup.AcmeAsync(
            new Calls(), add: static builder => builder.Services.AddSingleton<Duplicates.RecordingSink>(), map: static endpoint => endpoint.ToSink<Duplicates.RecordingSink>());
        Assert.Equal(200, (await receiver.PostAcmeAsync()).Status);
    }

    [Fact]
    public async Task NothingAdded_SaysWhatToAdd()
    {
        InvalidOperationException e = await Assert.ThrowsAsync<InvalidOperationException>(() => Receiver.StartAsync(static _ => { }, static app => app.MapAcmeWebhooks("/hooks")));
        Assert.Contains("Acme", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnsignedEndpoint_IsSaidOnce_65()
    {
        Calls calls = new();
        await using Receiver receiver = await Receiver.StartAsync(static builder => builder.Services.AddAcmeReceiver(), app => app.MapAcmeWebhooks("/hooks", calls.TakeAsync).AllowUnsigned());
        Assert.Equal(200, (await receiver.PostAsync("/hooks", Setup.Paid)).Status);
        Assert.Equal(200, (await receiver.PostAsync("/hooks", Setup.Paid)).Status);
        LogLine line = Assert.Single(receiver.Logs.Ours, static line => line.Event == "Unsigned");
        Assert.Equal(LogLevel.Warning, line.Level);
    }

    [Fact]
    public async Task UnsignedEndpointWithSecrets_StillVerifies()
    {
        Calls calls = new();
        await using Receiver receiver = await Setup.AcmeAsync(calls, map: static endpoint => endpoint.AllowUnsigned());
        Assert.Equal(401, (await receiver.PostAsync("/hooks", Setup.Paid)).Status);
        Assert.Equal(200, (await receiver.PostAcmeAsync()).Status);
        Assert.DoesNotContain(receiver.Logs.Ours, static line => line.Event == "Unsigned");
    }

    [Fact]
    public async Task LedgerInMemory_IsSaidOnce()
    {
        await using Receiver receiver = await Receiver.StartAsync(
            static builder => builder.Services.AddAcmeReceiver(),
            static app =>
            {
                app.MapAcmeWebhooks("/one", static (_, _, _) => Task.CompletedTask);
                app.MapAcmeWebhooks("/two", static (_, _, _) => Task.CompletedTask);
            },
            Setup.Section("Acme", ("Scheme", "GitHub"), ("Secrets", "abc")));
        Assert.Single(receiver.Logs.Ours, static line => line.Event == "LedgerInMemory");
    }

    [Fact]
    public async Task TwoSecretsOfWhichTheOldOneSigns_IsTaken_19()
    {
        Calls calls = new();
        await using Receiver receiver = await Setup.AcmeAsync(calls, configuration: Setup.Section("Acme", ("Scheme", "StandardWebhooks"), ("Secrets:0", Setup.OtherSecret), ("Secrets:1", Setup.Secret)));
        Assert.Equal(200, (await receiver.PostAcmeAsync()).Status);
    }

    [Fact]
    public async Task SecretThatIsReloaded_CountsFromTheNextDelivery_20()
    {
        Calls calls = new();
        await using Receiver receiver = await Setup.AcmeAsync(calls);
        IConfigurationRoot configuration = (IConfigurationRoot)receiver.Services.GetRequiredService<IConfiguration>();
        Assert.Equal(200, (await receiver.PostAcmeAsync()).Status);
        configuration["Webhooks:Acme:Secrets:0"] = Setup.OtherSecret;
        configuration.Reload();
        Assert.Equal(401, (await receiver.PostAcmeAsync()).Status);
        Assert.Equal(200, (await receiver.PostSignedAsync("/hooks", WebhookScheme.StandardWebhooks, Setup.OtherSecret, Setup.Shipped)).Status);

        // A typing error turns nobody away.
        configuration["Webhooks:Acme:Secrets:0"] = "whsec_%";
        configuration.Reload();
        Assert.Equal(200, (await receiver.PostSignedAsync("/hooks", WebhookScheme.StandardWebhooks, Setup.OtherSecret, Setup.Shipped)).Status);
        Assert.Contains(receiver.Logs.Ours, static line => line.Event == "OptionsRefused");
        configuration["Webhooks:Acme:Scheme"] = "Nothing";
        configuration.Reload();
        Assert.Equal(200, (await receiver.PostSignedAsync("/hooks", WebhookScheme.StandardWebhooks, Setup.OtherSecret, Setup.Shipped)).Status);
    }

    [Theory]
    [InlineData("Secrets:0", "")]
    [InlineData("Scheme", "None")]
    [InlineData("HandlerTimeout", "00:00:00")]
    public async Task ChangeThatWouldHaveKeptTheHostFromStarting_IsNotTaken(string key, string value)
    {
        Calls calls = new();
        await using Receiver receiver = await Setup.AcmeAsync(calls, map: static endpoint => endpoint.AllowUnsigned());
        IConfigurationRoot configuration = (IConfigurationRoot)receiver.Services.GetRequiredService<IConfiguration>();
        configuration["Webhooks:Acme:" + key] = value;
        configuration.Reload();
        Assert.Equal(401, (await receiver.PostAsync("/hooks", Setup.Paid)).Status);
        Assert.Equal(200, (await receiver.PostAcmeAsync()).Status);
        Assert.Contains(receiver.Logs.Ours, static line => line.Event == "OptionsRefused");
    }

    [Fact]
    public async Task SchemeThatVerifiesNothing_IsSaid()
    {
        await using Receiver receiver = await Setup.AcmeAsync(new Calls(), map: static endpoint => endpoint.AllowUnsigned(), configuration: Setup.Section("Acme", ("Scheme", "None")));
        Assert.Equal(200, (await receiver.PostAsync("/hooks", Setup.Paid)).Status);
        Assert.Single(receiver.Logs.Ours, static line => line.Event == "Unsigned");
    }

    private static async Task StartAsync(string[] settings)
    {
        await using Receiver receiver = await Setup.AcmeAsync(new Calls(), configuration: Setup.Section("Acme", [.. settings.Chunk(2).Select(static pair => (pair[0], (string?)pair[1]))]));
    }
}
