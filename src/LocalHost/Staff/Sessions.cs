using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json.Serialization;
using Smederijen.Portal.Watching;

namespace Smederijen.LocalHost.Staff;

/// <summary>
/// Who is signed in: a row for each browser, under a hash of the secret in its cookie. It ends when somebody signs out, after eight hours,
/// and after half an hour of silence, by the clock on the wall; a cookie that was kept opens nothing then.
/// </summary>
public sealed class Sessions(IEntityStore store, WallClock clock)
{
    public static readonly TimeSpan Longest = TimeSpan.FromHours(8);
    public static readonly TimeSpan Silence = TimeSpan.FromMinutes(30);

    /// <summary>Not every page costs a write: silence is measured from at most this much too early.</summary>
    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(1);

    private const int SecretBytes = 32;

    private static readonly RowRange All = RowRange.Prefix("sessie|");

    /// <summary>The secret for a cookie, and the row to commit.</summary>
    public (string Secret, Write Row) Begin(StaffMember member)
    {
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));
        return (secret, new Write.Insert(RowOf(secret), Text(new Session(member.Id, RolesOf(member), clock.Now, clock.Now))));
    }

    /// <summary>The session of a cookie; null when it has ended, or cannot be read.</summary>
    public async ValueTask<Session?> Find(string secret, CancellationToken cancellation = default)
    {
        if (await store.Get(Partitions.Access, RowOf(secret), cancellation) is not { } row || Live(row) is not { } session)
            return null;
        // A conflict says that another page of the same browser was faster, or that somebody signed out: that stays.
        if (clock.Now - session.SeenAt >= SeenEvery)
            await store.Commit(Partitions.Access, [new Write.Replace(row.Row, Text(session with { SeenAt = clock.Now }), row.ETag)], cancellation);
        return session;
    }

    public async Task End(string secret)
    {
        if (await store.Get(Partitions.Access, RowOf(secret)) is { } row)
            await store.Commit(Partitions.Access, [new Write.Delete(row.Row)]);
    }

    /// <summary>Signs somebody out in every browser.</summary>
    public Task EndAllOf(string person) => store.DeleteAll(Partitions.Access, All, row => Live(row) is not { } session || session.Person == person);

    public Task ForgetEnded(CancellationToken cancellation = default) =>
        store.DeleteAll(Partitions.Access, All, row => Live(row) is null, cancellation);

    /// <summary>The roles as a session keeps them: with other ones somebody has to sign in anew.</summary>
    public static string RolesOf(StaffMember member) => string.Join(' ', member.Roles.Order(StringComparer.Ordinal));

    private Session? Live(Entity row) => row.TryRead(SessionJson.Default.Session) is { } session
        && clock.Now - session.SignedInAt < Longest && clock.Now - session.SeenAt < Silence ? session : null;

    private static string Text(Session session) => Rows.Write(session, SessionJson.Default.Session);

    private static string RowOf(string secret) => $"sessie|{Digest.Hex(secret)}";
}

/// <summary>A browser in which somebody is signed in. Storage contract.</summary>
/// <param name="Roles">As <see cref="Sessions.RolesOf"/> writes them, at the sign-in.</param>
public sealed record Session(string Person, string Roles, DateTimeOffset SignedInAt, DateTimeOffset SeenAt);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(Session))]
internal sealed partial class SessionJson : JsonSerializerContext;
