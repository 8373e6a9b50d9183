using Microsoft.Extensions.Options;
using Smederijen.LocalHost.Http;

namespace Smederijen.LocalHost.Staff;

/// <summary>
/// In a demo, who sits at this machine chooses who to be: the links that the terminal showed at the start are over after a quarter of an
/// hour. A real installation does not have this.
/// </summary>
public sealed class DemoSignIn(StaffFile staff, LocalStaff access, Sessions sessions, IEntityStore store, IOptions<PortalOptions> portal,
    ThisMachine machine)
{
    public const string Address = "/aanmelden/als";

    /// <summary>Who one can be; nobody where this is not for the one who asks.</summary>
    public IReadOnlyList<StaffMember> Choices(HttpContext http) => portal.Value.Demo && machine.Asks(http) ? staff.Members : [];

    /// <summary>The fields are <c>wie</c> and <c>terug</c>.</summary>
    public async Task<IResult> Post(HttpContext http)
    {
        var typed = await Typed.Read(http);
        if (Choices(http).FirstOrDefault(member => member.Id == typed.Raw("wie")) is not { } member)
            return Failures.Answer(http, 403, "Kiezen wie u bent kan alleen in een demo, op de computer zelf waarop dit programma draait.");
        var (secret, row) = sessions.Begin(member);
        await store.Commit(Partitions.Access, [row]);
        await access.Admit(http, secret);
        return new SeeOther(ReturnAddress.Of(typed.Raw("terug")));
    }
}
