using System.Collections.Generic;
using System.Linq;
using TypedWebhooks.Generators.Model;
using TypedWebhooks.Generators.Support;

namespace TypedWebhooks.Generators.Emit.Versions;

/// <summary>The files that stand beside the versions of a provider.</summary>
internal static class VersionUnits
{
    public static IEnumerable<EmittedUnit> Of(VersionedProvider versioned, ProjectFeatures features)
    {
        ProviderModel provider = new(versioned.Name, versioned.Namespace, versioned.IsPublic, EventKey.None, IgnoreCase: false, SharesObjects: false, CloudEvents: null);
        EquatableArray<VersionStep> steps = versioned.Upgrades.Select(upgrade => VersionStep.Of(versioned, upgrade)).ToEquatableArray();
        PickerSignature signature = new(
            TakesVersion: versioned.From.Header is not null,
            TakesName: versioned.Versions.Any(static version => version.TakesName),
            versioned.VersionedEvent,
            steps.Where(static step => step.HasOwn).ToEquatableArray());

        // What the pickers are about is only which steps there are, not what is in them.
        VersionedProvider outline = versioned with { Upgrades = EquatableArray<UpgradeModel>.Empty };
        yield return new PickerUnit(provider, outline, signature, features.HasHttpContext && RequestEmitter.CanRead(versioned));
        yield return new VersionedEventUnit(provider, outline, signature, steps);
        for (int i = 0; i < steps.Count; i++)
        {
            UpgradeModel upgrade = versioned.Upgrades[i];
            if (upgrade.Own.Count > 0)
            {
                yield return new UpgradeInterfaceUnit(provider, steps[i], upgrade.Own);
            }

            yield return new ConverterUnit(provider, steps[i], upgrade.Events, versioned.From is { Header: null, Path.Count: 1 } from ? from.Path[0] : null, upgrade.To.Text);
            foreach (TypeConversion conversion in upgrade.Conversions)
            {
                yield return new ConversionUnit(provider, steps[i], conversion);
            }
        }
    }
}

/// <param name="ReadsRequests">Whether a whole request can be read.</param>
internal sealed record PickerUnit(ProviderModel Provider, VersionedProvider Versioned, PickerSignature Signature, bool ReadsRequests) : EmittedUnit(Provider, Versioned.Webhook)
{
    public override SourceWriter Emit() => PickerEmitter.Emit(Provider, Versioned, Signature, ReadsRequests);
}

internal sealed record VersionedEventUnit(ProviderModel Provider, VersionedProvider Versioned, PickerSignature Signature, EquatableArray<VersionStep> Steps)
    : EmittedUnit(Provider, Versioned.VersionedEvent)
{
    public override SourceWriter Emit() => VersionedEventEmitter.Emit(Provider, Versioned, Signature, Steps);
}

internal sealed record UpgradeInterfaceUnit(ProviderModel Provider, VersionStep Step, EquatableArray<OwnConversion> Own) : EmittedUnit(Provider, Step.Interface)
{
    public override SourceWriter Emit() => UpgradeEmitter.EmitInterface(Provider, Step, Own);
}

/// <param name="VersionMember">The member at the top of an event that says its version; null where none does.</param>
internal sealed record ConverterUnit(ProviderModel Provider, VersionStep Step, EquatableArray<EventUpgrade> Events, string? VersionMember, string Version) : EmittedUnit(Provider, Step.Converter)
{
    public override SourceWriter Emit() => UpgradeEmitter.EmitConverter(Provider, Step, Events, VersionMember, Version);
}

internal sealed record ConversionUnit(ProviderModel Provider, VersionStep Step, TypeConversion Conversion) : EmittedUnit(Provider, Step.Converter)
{
    protected override string Suffix => "." + Conversion.Method.Text;

    public override SourceWriter Emit() => ConversionEmitter.Emit(Provider, Step, Conversion);
}
