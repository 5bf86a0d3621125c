using Microsoft.CodeAnalysis.Text;

namespace TypedWebhooks.Generators.Json;

/// <summary>The first place where a text stops being JSON.</summary>
/// <param name="Span">Where to look. It lies inside the text, and is empty where something is missing at the end.</param>
/// <param name="Message">
/// What is wrong there: one line of English without a capital or a full stop, such as
/// <c>expected ',' or '}' after a member, found '"'</c>.
/// </param>
internal sealed record JsonSyntaxError(TextSpan Span, string Message);
