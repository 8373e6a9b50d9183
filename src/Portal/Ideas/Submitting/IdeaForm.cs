namespace Smederijen.Portal.Ideas.Submitting;

/// <summary>The ideeformulier as somebody filled it in, checked: the values, and all that is wrong with them.</summary>
public sealed record IdeaForm(
    string Title, string Description, string Audience, string Contribution, long AmountInCents, Person Submitter,
    CommandId Command, FormErrors Errors)
{
    /// <summary>The tick of who lives in another Smederij and hands in here.</summary>
    public const string AllTheSame = "toch";

    /// <summary>Checks the fields in the order of the form.</summary>
    /// <param name="amount">Reads the amount: programs send cents, people type euros.</param>
    public static IdeaForm Check(Typed typed, SmederijSettings smederij, Func<Typed, long> amount)
    {
        typed.CheckTrap();
        var title = typed.Line("titel", 100, "Geef uw idee een titel.");
        var description = typed.Text("beschrijving", 5000, "Beschrijf uw idee.", minLength: 10);
        var audience = typed.Text("doelgroep", 500, null);
        var contribution = typed.Text("bijdrage", 2000, "Schrijf wat u en uw buren zelf doen.");
        var cents = amount(typed);
        if (!typed.Errors.Has("bedrag") && (cents <= 0 || cents > smederij.AmountLimit.Cents))
            typed.Errors.Add("bedrag", $"Vul een bedrag in boven {Dutch.EuroShort(0)} en niet hoger dan {Dutch.EuroShort(smederij.AmountLimit.Cents)}.");
        var person = new Person(typed.Line("naam", 100, "Vul uw naam in."), typed.Email("email"), typed.PostcodeOf("postcode").Value ?? "");
        return new IdeaForm(title, description, audience, contribution, cents, person, typed.Pressed, typed.Errors);
    }

    /// <summary>An amount as people type it: <c>450</c>, <c>450,00</c>, <c>1.250</c>.</summary>
    public static long Euros(Typed typed)
    {
        return typed.Euros("bedrag", "Vul in hoeveel geld u nodig hebt.").Cents;
    }
}
