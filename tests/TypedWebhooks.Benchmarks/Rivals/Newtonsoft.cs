using System;
using System.IO;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace TypedWebhooks.Benchmarks.Rivals;

/// <summary>A JObject, a look at the member that tells events apart, and a conversion: what one finds most often.</summary>
internal static class NewtonsoftRival
{
    private static readonly JsonSerializer s_serializer = new();

    public static object? Read(byte[] json, string member, Func<string, Type> typeOf)
    {
        using JsonTextReader reader = new(new StreamReader(new MemoryStream(json), Encoding.UTF8));
        JObject body = JObject.Load(reader);
        return body.ToObject(typeOf((string)body[member]!), s_serializer);
    }
}
