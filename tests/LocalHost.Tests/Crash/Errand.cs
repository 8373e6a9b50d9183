using System.Net.Http.Json;
using Smederijen.Portal.Forms;
using Smederijen.Portal.Http;
using Smederijen.Portal.Ideas;

namespace Smederijen.LocalHost.Tests.Crash;

/// <summary>
/// Something that a person wants done. When the program died before it answered, the same errand is run again under the same
/// command id, as a browser does that posts a form again.
/// </summary>
internal abstract record Errand(string Command)
{
    public abstract Task<Reply> Run(Counter counter);

    /// <summary>A new idea: by the form, or every second one by the API.</summary>
    public sealed record HandIn(Village Village, int Number) : Errand($"indienen-{Number}")
    {
        public string Title => $"Idee nummer {Number}";

        private string Page => $"/smederijen/{Village.Id}/ideeen/nieuw";

        private string Api => $"/v1/smederijen/{Village.Id}/ideeen";

        private int Euros => Number % 7 + 1;

        private string Email => $"indiener-{Number}@voorbeeld.example";

        /// <summary>The id that it is carried out under: of a form with what was sent, of the API without.</summary>
        public CommandId Id => Number % 2 == 0
            ? new Typed(
                new Dictionary<string, string>(Text(Fields)) { ["bedrag"] = $"{Euros}" }, [], new SentTo($"{Page} ", "")).Pressed
            : CommandId.Once(Command, $"{Api} {Email}", "");

        private Dictionary<string, object> Fields => new()
            {
                ["titel"] = Title,
                ["beschrijving"] = "Wij maken samen een bankje bij de vijver, zodat iedereen daar kan zitten.",
                ["doelgroep"] = "Iedereen in het dorp",
                ["bijdrage"] = "Wij timmeren het bankje zelf.",
                ["naam"] = "Jannie de Vries",
                ["email"] = Email,
                ["postcode"] = Village.Postcode,
                ["opdracht"] = Command,
            };

        public override Task<Reply> Run(Counter counter) => Number % 2 == 0
            ? counter.Post(Page, new FormUrlEncodedContent([.. Text(Fields), new("bedrag", $"{Euros}")]))
            : counter.Post(Api, JsonContent.Create(new Dictionary<string, object>(Fields) { ["bedrag"] = 100 * Euros }));
    }

    /// <summary>A neighbour who offers support for a public idea.</summary>
    public sealed record OfferSupport(IdeaKey Idea, Village Village, int Number) : Errand($"steunen-{Idea.Id}-{Number}")
    {
        public string Email => $"buur-{Number}-{Idea.Id}@voorbeeld.example";

        public override Task<Reply> Run(Counter counter) => counter.Post(
            $"/smederijen/{Idea.Smederij}/ideeen/{Idea.Id}/steun",
            new FormUrlEncodedContent([new("naam", "Bas Buur"), new("email", Email), new("postcode", Village.Postcode), new("opdracht", Command)]));
    }

    /// <summary>Opens the first link in a mail and presses the button of its page.</summary>
    public sealed record FollowMail(IdeaKey Idea, string Mail, string Address, string Link) : Errand($"mail-{Mail}")
    {
        public override async Task<Reply> Run(Counter counter)
        {
            var opened = await counter.Get(Link);
            if (opened.Status != 303)
                return opened;
            var reply =
                await counter.Post(opened.Location, new FormUrlEncodedContent([.. FieldsOf(PageOf(opened)), new("opdracht", Command)]), opened.Cookie);
            return reply with { Step = PageOf(opened) };
        }

        private static string PageOf(Reply opened) => opened.Location.Split('/')[1];

        private static KeyValuePair<string, string>[] FieldsOf(string page) => page switch
        {
            "beoordelen" => [new("keuze", "geschikt"), new("toelichting", "")],
            "betaalgegevens" => [new("iban", "NL91 ABNA 0417 1643 00"), new("tenaamstelling", "Bewonersgroep")],
            _ => [],
        };
    }

    /// <summary>A member of the staff who agrees to pay.</summary>
    public sealed record Approve(IdeaKey Idea, string Member) : Errand($"vrijgeven-{Idea.Id}-{Member}")
    {
        public override Task<Reply> Run(Counter counter) => counter.Post(
            $"/medewerkers/ideeen/{Idea.Smederij}/{Idea.Id}/vrijgeven",
            new FormUrlEncodedContent([new("gecontroleerd", "ja"), new("rekening", "0"), new("opdracht", Command)]),
            counter.StaffCookies[Member]);
    }

    private static IEnumerable<KeyValuePair<string, string>> Text(Dictionary<string, object> fields) =>
        fields.Select(field => KeyValuePair.Create(field.Key, $"{field.Value}"));
}

/// <summary>Where errands are run: a village that few supporters and few reviewers suffice for, and that grants money at once.</summary>
internal sealed record Village(string Id, string Postcode)
{
    /// <summary>How many supporters an idea needs, which is how many offer it: not one is too many.</summary>
    public const int Supporters = 5;

    public static IReadOnlyList<Village> All { get; } =
        [new("alteveer", "7927AB"), new("tiendeveen", "7936AB"), new("stuifzand", "7934AB"), new("fluitenberg", "7931AB")];
}
