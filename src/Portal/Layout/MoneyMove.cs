namespace Smederijen.Portal.Layout;

/// <summary>Money that came into a year from elsewhere, or left it.</summary>
/// <param name="Label">Where from or to, with the year.</param>
/// <param name="Cents">Below zero when it left.</param>
public sealed record MoneyMove(string Label, long Cents)
{
    /// <example>+ € 800,00; − € 200,00</example>
    public string Shown => $"{(Cents < 0 ? "\u2212" : "+")}\u00A0{Dutch.Euro(Math.Abs(Cents))}";

    /// <example>Overgenomen uit 2027: € 800</example>
    public string Sentence => $"{Label}: {Dutch.EuroShort(Math.Abs(Cents))}";
}
