using System.Runtime.CompilerServices;
using System.Text.Json;

namespace TypedWebhooks.Json;

/// <content>Objects that have a record of their own, and the arrays that are most frequent.</content>
public ref partial struct WebhookReader
{
    /// <summary>Reads an object.</summary>
    /// <typeparam name="T">Its record. A type argument, unlike a name in an expression, cannot be hidden by a property of the same name.</typeparam>
    /// <returns>The record; <see langword="null"/> when the reader has <see cref="Failed"/>, or only tries whether the JSON fits.</returns>
    /// <exception cref="JsonException">The JSON is broken.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T? Read<T>()
        where T : WebhookObject, IWebhookObject<T> => T.ReadFrom(ref this);

    /// <summary>Reads an object as one of several, or as none of them where it does not fit.</summary>
    /// <typeparam name="TBase">What they have in common.</typeparam>
    /// <typeparam name="TCase">The one that it says to be.</typeparam>
    /// <typeparam name="TOther">What keeps an object that is none of them.</typeparam>
    /// <returns>The record; <see langword="null"/> when the reader has <see cref="Failed"/>, or only tries whether the JSON fits.</returns>
    /// <exception cref="JsonException">The JSON is broken.</exception>
    public TBase? ReadCase<TBase, TCase, TOther>()
        where TBase : WebhookObject
        where TCase : TBase, IWebhookObject<TCase>
        where TOther : TBase, IWebhookObject<TOther>
    {
        WebhookReader attempt = this;
        TBase? value = TCase.ReadFrom(ref attempt);
        if (attempt.Failed && !Failed)
        {
            _trials = attempt._trials;
            return TOther.ReadFrom(ref this);
        }

        this = attempt;
        return value;
    }

    /// <summary>Ends an object.</summary>
    /// <typeparam name="T">Its record.</typeparam>
    /// <param name="value">The record that has been made of it.</param>
    /// <param name="members">The object.</param>
    /// <returns>The record; <see langword="null"/> where something in it failed, a required member is absent, or it was only tried.</returns>
    public T? EndObject<T>(T value, ref ObjectReader members)
        where T : WebhookObject => EndObject(ref members) ? value : null;

    /// <summary>Ends an object, which is given out again where it comes again.</summary>
    /// <inheritdoc cref="EndObject{T}(T, ref ObjectReader)"/>
    public T? EndShared<T>(T value, ref ObjectReader members)
        where T : WebhookObject => EndObject(ref members) ? Share(ref members, value) : null;

    /// <summary>Reads an array of objects.</summary>
    /// <typeparam name="T">The record of each.</typeparam>
    /// <returns>The records; none when the reader has <see cref="Failed"/>.</returns>
    /// <exception cref="JsonException">The JSON is broken.</exception>
    public EquatableList<T> ReadObjects<T>()
        where T : WebhookObject, IWebhookObject<T> =>
        ReadList(static (ref WebhookReader item) => T.ReadFrom(ref item)!);

    /// <summary>Reads an array of strings.</summary>
    /// <returns>The strings; none when the reader has <see cref="Failed"/>.</returns>
    /// <exception cref="JsonException">The JSON is broken.</exception>
    public EquatableList<string> ReadStrings() => ReadList(static (ref WebhookReader item) => item.ReadString());
}
