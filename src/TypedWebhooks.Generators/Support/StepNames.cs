namespace TypedWebhooks.Generators.Support;

/// <summary>The names of the pipeline's steps, by which tests tell what an edit ran anew.</summary>
internal static class StepNames
{
    /// <summary>A schema file's text and the metadata of its item.</summary>
    public const string Files = "TypedWebhooks.Files";

    /// <summary>What one baseline says of names.</summary>
    public const string Pins = "TypedWebhooks.Pins";

    /// <summary>The files of one provider.</summary>
    public const string Providers = "TypedWebhooks.Providers";

    /// <summary>What the files of one provider say: its catalogue of events, and what is wrong with them.</summary>
    public const string Readings = "TypedWebhooks.Readings";

    /// <summary>What is wrong with the schemas.</summary>
    public const string Diagnostics = "TypedWebhooks.Diagnostics";

    /// <summary>One catalogue of events.</summary>
    public const string Catalogs = "TypedWebhooks.Catalogs";

    /// <summary>What one emitted file is about.</summary>
    public const string Units = "TypedWebhooks.Units";
}
