using Smederijen.Domain.Ideas;
using static Smederijen.Domain.Ideas.IdeaEvent;

namespace Smederijen.Domain.Tests.Ideas;

public sealed class When_something_is_a_matter_for_the_municipality
{
    [Fact]
    public void It_goes_to_the_address_for_the_theme_that_most_members_named()
    {
        var story = ASmederij.InReview(ASmederij.WithDefaults(quorum: 3))
            .When(at => new Advised(at, 1, "lid1", Advice.MunicipalMatter, "Bomen", "groen"))
            .When(at => new Advised(at, 1, "lid2", Advice.MunicipalMatter, "Oversteek", "verkeer"))
            .When(at => new Advised(at, 1, "lid3", Advice.MunicipalMatter, "Te hard rijden", "verkeer"));
        story.Mails.ShouldBe(["MunicipalityAsked to Municipality:verkeer", "PassedOn to Submitter"]);
        story.Idea.State.WaitsFor.ShouldBe(Party.Municipality);
    }

    [Fact]
    public void When_nobody_names_a_theme_it_goes_to_the_general_address() =>
        ASmederij.InReview().Advised("lid1", Advice.MunicipalMatter).Advised("lid2", Advice.MunicipalMatter)
            .Mails.ShouldContain("MunicipalityAsked to Municipality:overig");

    [Fact]
    public void The_answer_closes_it()
    {
        var story = ASmederij.WithMunicipality().ForgetMails().When(at => new MunicipalityAnswered(at, 1, "Er komt een drempel."));
        story.Expect<IdeaState.Ended>().Reasons.ShouldBe(["Er komt een drempel."]);
        story.Mails.ShouldBe(["MunicipalityAnswer to Submitter"]);
        story.When(at => new MunicipalityAnswered(at, 1, "Er komt een drempel.")).ExpectAlreadySo();
    }

    /// <summary>Ten working days after Monday 2 March is Monday 16 March; every five working days after that.</summary>
    [Fact]
    public void Silence_goes_to_the_gebiedsregisseur_and_never_ends_it()
    {
        var story = ASmederij.WithMunicipality().ForgetMails().After(14);
        story.Mails.ShouldBe(["MunicipalityReminder to Municipality:verkeer", "MunicipalitySilent to Gebiedsregisseur"]);
        story.Idea.State.WaitsFor.ShouldBe(Party.Gebiedsregisseur);
        story.After(7).Mails.Count(m => m.StartsWith("MunicipalitySilent", StringComparison.Ordinal)).ShouldBe(2);
        story.After(1000).Expect<IdeaState.WithMunicipality>();
        story.Mails.Count(m => m.StartsWith("MunicipalitySilent", StringComparison.Ordinal)).ShouldBeGreaterThan(100);
    }

    [Fact]
    public void The_wrong_address_is_corrected_with_a_new_term_and_the_old_link_falls()
    {
        var story = ASmederij.WithMunicipality().After(5).ForgetMails().When(at => new ReferralRedirected(at, "anna", "groen", "Het gaat om een boom"));
        story.Mails.ShouldBe(["MunicipalityAsked to Municipality:groen"]);
        story.Idea.State.Deadline!.Value.ShouldBeGreaterThan(story.Now.AddDays(12));
        story.When(at => new MunicipalityAnswered(at, 1, "Niet van ons.")).ExpectRefused(Refusal.PassedOnSinceAgain);
    }
}
