using Microsoft.Extensions.DependencyInjection;
using Smederijen.LocalHost.Tests.Mail;
using Smederijen.LocalHost.Tests.Start;
using Smederijen.LocalHost.Tests.Storage;
using Smederijen.Portal.Settings;
using Smederijen.Portal.Tests;

namespace Smederijen.LocalHost.Tests.Crash;

/// <summary>
/// The relay took it, and the program was killed before it wrote that down. Nobody can know better than to send it once more; under the same
/// Message-ID, so that a mail program may show one of the two.
/// </summary>
public sealed class When_the_program_is_killed_while_the_relay_has_a_mail : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_goes_out_again_after_the_next_start_with_the_same_message_id()
    {
        // Somebody filled it in before.
        await using (await Edition.Start(_folder, services => services.AddSingleton(SettingsFile.Embedded()), demo: false)) { }
        Directory.Delete(_folder.File("uitgaand"), recursive: true);
        var answers = new TaskCompletionSource();
        await using var relay = new Relay { BeforeAnswer = answers.Task };
        using (var program = await Start(relay))
        {
            using var form = new FormUrlEncodedContent(Visiting.Fields(Residents.AnIdea));
            ((int)(await program.Http.PostAsync($"/smederijen/{Edition.Village}/ideeen/nieuw", form)).StatusCode).ShouldBe(303);
            await Edition.Eventually(() => Task.FromResult(relay.Read.Count), read => read == 1, "the mail at the relay");
            program.Kill();
        }
        answers.SetResult();

        using var again = await Start(relay);
        await Edition.Eventually(() => Task.FromResult(relay.Read.Count), read => read == 2, "the mail once more");

        var ids = relay.Read.Select(AMail.IdOf).ToList();
        ids[0].ShouldEndWith("@gemeente.example");
        ids[1].ShouldBe(ids[0]);
        Directory.Exists(_folder.File("uitgaand")).ShouldBeFalse();
    }

    private Task<KilledProgram> Start(Relay relay) => KilledProgram.Start(
        ["dotnet", StartedProgram.File, "--port", "0", "--data", _folder.Path], ("Portal__LimitRequests", "false"),
        ("Mail__FromAddress", "smederijen@gemeente.example"), ("Mail__Smtp__Host", "127.0.0.1"), ("Mail__Smtp__Security", "none"),
        ("Mail__Smtp__Port", $"{relay.Port}"));
}
