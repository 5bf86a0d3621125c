using System.Linq;
using TypedWebhooks.Generators.Model;
using TypedWebhooks.Generators.Support;

namespace TypedWebhooks.Generators.Emit.Versions;

/// <summary>A step from one version to the next, as emitted code names it.</summary>
/// <param name="From">The namespace of the older version, as seen from that of the provider.</param>
/// <param name="Converter">The class that makes newer types of older ones.</param>
/// <param name="Interface">What the user implements, where <paramref name="HasOwn"/>.</param>
/// <param name="HasOwn">Whether there is something that only the user can say.</param>
internal sealed record VersionStep(CSharpName From, CSharpName To, CSharpName Converter, CSharpName Interface, CSharpName Parameter, bool HasOwn)
{
    public static VersionStep Of(VersionedProvider provider, UpgradeModel upgrade) => new(
        upgrade.From.Name,
        upgrade.To.Name,
        UpgradeModel.Converter(provider.Name, upgrade.From, upgrade.To),
        UpgradeModel.Interface(UpgradeModel.Converter(provider.Name, upgrade.From, upgrade.To)),
        upgrade.Parameter,
        upgrade.Own.Count > 0);

    /// <summary>The parameter that takes the user's part, behind another one.</summary>
    public VersionCode OwnParameter => VersionCode.OwnParameter(this);
}

/// <summary>Pieces of the code that stands beside the versions' namespaces.</summary>
internal readonly struct VersionCode
{
    private readonly string? _code;

    private VersionCode(string code) => _code = code;

    public static VersionCode OwnParameter(VersionStep step) => new(step.HasOwn ? $", {step.Interface} upgrade" : "");

    /// <summary>The parameters for what cannot be copied, each behind a comma.</summary>
    public static VersionCode GivenParameters(RecordConversion record, CSharpName version) => new(
        string.Concat(record.Given.Select(member => $", {TypeReference.In(version, member.Type)} {member.Parameter}")));

    /// <summary>The call of a method that makes a newer value of an older one.</summary>
    public static VersionCode Call(MethodReference method, CSharpName argument, VersionStep step) => new(
        method.IsOwn ? $"upgrade.{method.Name}({argument})" : $"{method.Name}({argument}{(step.HasOwn ? ", upgrade" : "")})");

    /// <summary>Numbers of one byte each, which the compiler keeps as data.</summary>
    public static VersionCode SmallNumbers(EquatableArray<int> numbers) => new(
        numbers.Count == 0 ? "default" : $"new sbyte[] {{ {string.Join(", ", numbers.Select(Invariant.Text))} }}");

    /// <summary>The parameters of what comes beside a body, each with a comma behind it.</summary>
    public static VersionCode OutsideParameters(PickerSignature signature) => new(
        (signature.TakesVersion ? "string? version, " : "") + (signature.TakesName ? "string? eventName, " : ""));

    /// <summary>The arguments for them.</summary>
    public static VersionCode OutsideArguments(PickerSignature signature) => new(
        (signature.TakesVersion ? "version, " : "") + (signature.TakesName ? "eventName, " : ""));

    /// <summary>The types of them, as documentation refers to a function.</summary>
    public static VersionCode OutsideTypes(PickerSignature signature) => new(
        string.Concat(Enumerable.Repeat("string, ", (signature.TakesVersion ? 1 : 0) + (signature.TakesName ? 1 : 0))));

    /// <summary>The parameters for what only the user can say, each behind a comma.</summary>
    public static VersionCode UpgradeParameters(PickerSignature signature) => new(
        string.Concat(signature.Own.Select(static step => $", {step.Interface} {step.Parameter}")));

    /// <summary>The same as the first parameters of a function.</summary>
    public static VersionCode FirstUpgradeParameters(PickerSignature signature) => new(
        string.Join(", ", signature.Own.Select(static step => $"{step.Interface} {step.Parameter}")));

    public static VersionCode UpgradeTypes(PickerSignature signature) => new(string.Concat(signature.Own.Select(static step => ", " + step.Interface)));

    public static VersionCode UpgradeArguments(PickerSignature signature) => new(string.Concat(signature.Own.Select(static step => ", " + step.Parameter)));

    public static VersionCode FirstUpgradeArguments(PickerSignature signature) => new(string.Join(", ", signature.Own.Select(static step => step.Parameter.ToString())));

    public static VersionCode OwnArgument(VersionStep step) => new(step.HasOwn ? ", " + step.Parameter : "");

    public static VersionCode TypeOf(CSharpName version, CSharpName type) => new(version + "." + type);

    public static VersionCode TypeOf(CSharpName type) => new(type.ToString());

    public static VersionCode Versioned => new("Versioned");

    /// <summary>The argument of a span of bytes, as documentation refers to it.</summary>
    public static VersionCode Bytes => new("{byte}");

    /// <summary>The headers of a request that say the version and the event, each as an argument with a comma behind it.</summary>
    public static VersionCode Headers(VersionedProvider versioned, PickerSignature signature)
    {
        string? name = versioned.Versions.Select(static version => version.NameHeader).FirstOrDefault(static header => header is not null);
        return new(
            (signature.TakesVersion ? Header(versioned.From.Header!) : "")
            + (!signature.TakesName ? "" : name is null ? "eventName: null, " : Header(name)));
    }

    private static string Header(string name) => $"(string?)request.Headers[{new StringLiteral(name)}], ";

    /// <summary>The place of the version in the body, as arguments behind others.</summary>
    public static VersionCode Path(EventKeyPart from) => new(
        from.Header is not null ? "" : string.Concat(from.Path.Select(static name => ", " + new StringLiteral(name))));

    public override string ToString() => _code ?? "";
}

/// <summary>What the functions that read a delivery of any version take.</summary>
/// <param name="TakesVersion">Whether whoever brings a body says its version.</param>
/// <param name="TakesName">Whether he says the name of the event, or a part of it, to some version.</param>
/// <param name="VersionedEvent">The event of whichever version.</param>
/// <param name="Own">The steps of which the user has to say something.</param>
internal sealed record PickerSignature(bool TakesVersion, bool TakesName, CSharpName VersionedEvent, EquatableArray<VersionStep> Own);

/// <summary>The functions of one name: those that bring an event to the newest version, for which the user may have to say something, and those that do not.</summary>
internal readonly struct PickerForm(VersionCode result, VersionCode suffix, bool isNewest)
{
    public VersionCode Result => result;

    public VersionCode Suffix => suffix;

    public bool IsNewest => isNewest;

    public static PickerForm Newest(CSharpName version, CSharpName root) => new(VersionCode.TypeOf(version, root), default, isNewest: true);

    public static PickerForm Versioned(CSharpName versionedEvent) => new(VersionCode.TypeOf(versionedEvent), VersionCode.Versioned, isNewest: false);
}
