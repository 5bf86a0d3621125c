using System;

namespace TypedWebhooks.Json;

/// <summary>
/// What is generated says how System.Text.Json reads and writes it. A serializer that does not ask for that, such as Newtonsoft.Json
/// or DataContractSerializer, would write C#'s names and lose members without a word; where it calls back, it is stopped.
/// </summary>
public static class OtherSerializer
{
    /// <summary>The error of such a serializer.</summary>
    /// <param name="type">What it is about to read or write.</param>
    /// <returns>The error, to be thrown.</returns>
    public static NotSupportedException Refuse(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return new NotSupportedException(
            $"{type} is read and written by System.Text.Json. Another serializer, such as Newtonsoft.Json, would not keep to the provider's names. Use JsonSerializer, or Parse.");
    }
}
