using System.Text.RegularExpressions;
using Smederijen.Portal.Http;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Tests.Plans;
using Smederijen.Portal.Tests.Stuurgroep;
using Smederijen.Portal.Tests.Voting;

namespace Smederijen.Portal.Tests.Staff;

/// <summary>Who runs the system and has no other role types nothing in vain: no page shows a form that would be refused.</summary>
public sealed partial class When_somebody_may_only_look
{
    private const string OnlyLooks = "U mag hier wel kijken, maar niets veranderen. Vraag een medewerker of gebiedsregisseur om dit te doen.";

    [Fact]
    public async Task No_form_is_shown_that_they_may_not_use_and_a_sentence_says_who_may()
    {
        await using var world = await World.Begin();
        var idea = await world.Granted();
        await world.GivesAccount(idea, "NL91ABNA0417164300");
        var plan = await world.BeginPlan();
        await AVote.Open(world);
        await world.PutToSeats();
        foreach (var page in (string[])
            [
                idea.Case(), idea.Case("vrijgeven"), idea.Case("wissen"), plan.StaffPath, $"{plan.StaffPath}?stap=wissen",
                $"/medewerkers/rondes/{AVote.Smederij}/2027", "/medewerkers/stuurgroep", "/medewerkers/stuurgroep/nieuw",
                $"/medewerkers/stuurgroep/{ADivision.Id}",
            ])
        {
            var seen = (await world.BrowserOf("zij", StaffRoles.Beheerder).Get(page)).ShouldHave(200);
            PostingForm().IsMatch(seen.Text).ShouldBeFalse(page);
            seen.Words.ShouldContain(OnlyLooks, customMessage: page);
            (await world.Anna().Get(page)).ShouldHave(200).Words.ShouldNotContain(OnlyLooks, customMessage: page);
        }
    }

    [GeneratedRegex("<form method=\"post\"")]
    private static partial Regex PostingForm();
}
