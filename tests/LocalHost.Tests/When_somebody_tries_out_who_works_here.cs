using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Smederijen.LocalHost.Tests.Storage;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Mail;
using Smederijen.Portal.Storage;

namespace Smederijen.LocalHost.Tests;

/// <summary>Neither the answer, nor the work that it waits for, tells whether an address is known.</summary>
public sealed class When_somebody_tries_out_who_works_here : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_request_itself_asks_the_same_of_the_store_and_sends_nothing_whether_the_address_is_known_or_not()
    {
        var (store, mailer) = (new FailingStore(), new CountingMailer());
        await using var town = await Edition.Start(_folder, services =>
        {
            // What works on after the answer would send the mail; what works beside it asks the store for itself.
            foreach (var background in services.Where(service => service.ServiceType == typeof(IHostedService)).ToList())
            {
                if (background.ImplementationFactory is not null)
                    services.Remove(background);
            }
            services.AddSingleton<IMailer>(mailer).AddHttpContextAccessor();
            services.AddSingleton(provider =>
            {
                var asking = provider.GetRequiredService<IHttpContextAccessor>();
                store.Notes = () => asking.HttpContext is not null;
                return new PlainStore(store.Over(provider.GetRequiredService<LocalHost.Storage.SqliteEntityStore>()));
            });
        });
        var known = await Asked(town, store, "anna.devries@voorbeeld.example");
        var unknown = await Asked(town, store, "iemand.anders@voorbeeld.example");
        known.ShouldAllBe(call => call.EndsWith($" {Partitions.Limits}"));
        unknown.ShouldBe(known);
        mailer.Sent.ShouldBe(0);
    }

    [Fact]
    public async Task Who_is_not_in_the_file_reads_the_same_and_gets_no_mail()
    {
        await using var town = await Edition.Start(_folder);
        var known = await town.Post("/aanmelden", new { email = "anna.devries@voorbeeld.example" });
        var unknown = await town.Post("/aanmelden", new { email = "iemand@voorbeeld.example" });
        unknown.ShouldHave(303).Location.ShouldBe(known.ShouldHave(303).Location);
        unknown.Headers.Keys.Order().ShouldBe(known.Headers.Keys.Order());
        (await town.Open(unknown.Location)).ShouldHave(200);
        // Asked for in order, so when a later one is there the earlier would be.
        (await town.Post("/aanmelden", new { email = "bram.okafor@voorbeeld.example" })).ShouldHave(303);
        await town.MailTo("bram.okafor@voorbeeld.example");
        (await town.MailsTo("iemand@voorbeeld.example")).ShouldBeEmpty();
        (await town.Post("/aanmelden", new { email = "geen adres" })).ShouldHave(400);
    }

    [Fact]
    public async Task A_mail_that_fails_keeps_back_none_of_the_following()
    {
        var mailer = new CountingMailer { FailsFirst = true };
        await using var town = await Edition.Start(_folder, services => services.AddSingleton<IMailer>(mailer));
        await town.Post("/aanmelden", new { email = "anna.devries@voorbeeld.example" });
        await town.Post("/aanmelden", new { email = "bram.okafor@voorbeeld.example" });
        await Edition.Eventually(() => Task.FromResult(mailer.Sent), sent => sent == 1, "the second mail");
    }

    private static async Task<List<string>> Asked(Edition town, FailingStore store, string email)
    {
        // The secret of the pseudonyms is read once.
        await town.Post("/aanmelden", new { email = "eerste@voorbeeld.example" });
        var before = store.Calls.Count;
        (await town.Post("/aanmelden", new { email })).ShouldHave(303);
        return [.. store.Calls.Skip(before)];
    }

    private sealed class CountingMailer : IMailer
    {
        private int _asked;
        private int _sent;

        public bool FailsFirst { get; init; }

        public int Sent => _sent;

        public Task Send(OutgoingMail mail, CancellationToken cancellation = default)
        {
            if (Interlocked.Increment(ref _asked) == 1 && FailsFirst)
                throw new IOException("The disk is full.");
            Interlocked.Increment(ref _sent);
            return Task.CompletedTask;
        }
    }
}
