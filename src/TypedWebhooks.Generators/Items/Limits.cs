namespace TypedWebhooks.Generators.Items;

/// <summary>How large a schema may be before it is taken for a mistake or an attack. No provider that is known comes near.</summary>
internal static class Limits
{
    /// <summary>The characters of one schema file.</summary>
    public const int FileLength = 32 * 1024 * 1024;

    /// <summary>The events of one provider.</summary>
    public const int Events = 5000;

    /// <summary>The events of one schema.</summary>
    public const int EventsOfSchema = 2000;

    /// <summary>The members of one object.</summary>
    public const int Members = 2000;

    /// <summary>The records and enums of one provider.</summary>
    public const int Types = 20000;

    /// <summary>Whether a file is short enough to be read at all.</summary>
    public static bool IsShort(SchemaFile file) => file.Text is null || file.Text.Length <= FileLength;
}
