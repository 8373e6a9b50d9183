namespace Smederijen.Portal.Forms;

/// <summary>The width of a text field, which tells how much is expected.</summary>
public enum FieldSize
{
    Full,
    Amount,
    Postcode,
    Iban,
}
