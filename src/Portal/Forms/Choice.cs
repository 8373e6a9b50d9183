namespace Smederijen.Portal.Forms;

/// <summary>One of the options of a <c>RadioGroup</c>, <c>CheckboxGroup</c> or <c>SelectField</c>.</summary>
public sealed record Choice(string Value, string Label, string? Description = null);
