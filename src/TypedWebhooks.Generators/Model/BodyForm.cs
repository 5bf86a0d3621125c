namespace TypedWebhooks.Generators.Model;

/// <summary>What the body of a request is.</summary>
internal enum BodyKind
{
    /// <summary>One JSON value: an event, or a batch of events.</summary>
    Json,

    /// <summary>A JSON value a line (<c>application/x-ndjson</c>), each of them an event.</summary>
    JsonLines,

    /// <summary>A form (<c>application/x-www-form-urlencoded</c>), one field of which is the JSON.</summary>
    Form,

    /// <summary>A form (<c>multipart/form-data</c>), one part of which is the JSON.</summary>
    Multipart,
}

/// <summary>What the body of a request is, and where in it the JSON is.</summary>
/// <param name="Field">The name of a form's field; empty where the body is no form.</param>
internal sealed record BodyForm(BodyKind Kind, string Field)
{
    public static readonly BodyForm Json = new(BodyKind.Json, "");

    public static readonly BodyForm JsonLines = new(BodyKind.JsonLines, "");
}
