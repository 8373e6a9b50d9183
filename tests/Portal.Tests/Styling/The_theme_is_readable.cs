using Smederijen.Portal.Layout;

namespace Smederijen.Portal.Tests.Styling;

public class The_theme_is_readable
{
    private static readonly Theme Theme = Theme.Read();

    /// <summary>A text, and what it stands on.</summary>
    public static TheoryData<string, string> Texts { get; } = new()
    {
        { "document", "document" },
        { "heading", "document" },
        { "link", "document" },
        { "link-visited", "document" },
        { "link-hover", "document" },
        { "link-focus", "document" },
        { "page-footer", "page-footer" },
        { "skip-link", "skip-link" },
        { "data-list-item-key", "document" },
        { "table-header", "table-header" },
        { "feedback-neutral-fill", "feedback-neutral-fill" },
        { "feedback-active-fill", "feedback-active-fill" },
        { "feedback-success-fill", "feedback-success-fill" },
        { "feedback-warning-fill", "feedback-warning-fill" },
        { "feedback-danger-fill", "feedback-danger-fill" },
        { "pagination-relative-link", "pagination-relative-link" },
        { "pagination-relative-link-hover", "pagination-relative-link-hover" },
        { "alert-info", "alert-info" },
        { "alert-ok", "alert-ok" },
        { "alert-warning", "alert-warning" },
        { "alert-error", "alert-error" },
        { "form-field-error-message", "alert-error" },
        { "link", "alert-info" },
        { "link", "alert-warning" },
        { "button", "button" },
        { "button-primary-action", "button-primary-action" },
        { "button-primary-action-hover", "button-primary-action-hover" },
        { "button-primary-action-danger", "button-primary-action-danger" },
        { "button-primary-action-danger-hover", "button-primary-action-danger-hover" },
        { "button-secondary-action", "button-secondary-action" },
        { "button-secondary-action-hover", "button-secondary-action-hover" },
        { "form-label", "document" },
        { "form-field-description", "document" },
        { "form-field-error-message", "document" },
        { "form-control", "form-control" },
        { "form-control-placeholder", "form-control" },
    };

    public static IEnumerable<(string Text, string Background)> Pairs => Texts.Select(pair => ((string)pair[0], (string)pair[1]));

    [Theory]
    [MemberData(nameof(Texts))]
    public void Text_stands_out_from_its_background(string text, string background) =>
        Theme.Contrast($"--utrecht-{text}-color", $"--utrecht-{background}-background-color").ShouldBeGreaterThanOrEqualTo(4.5);

    [Theory]
    [InlineData("--utrecht-form-control-border-color", "--utrecht-document-background-color")]
    [InlineData("--utrecht-form-control-invalid-border-color", "--utrecht-document-background-color")]
    [InlineData("--utrecht-radio-button-border-color", "--utrecht-document-background-color")]
    [InlineData("--utrecht-button-secondary-action-border-color", "--utrecht-document-background-color")]
    [InlineData("--utrecht-alert-warning-border-color", "--utrecht-document-background-color")]
    [InlineData("--utrecht-focus-outline-color", "--utrecht-document-background-color")]
    [InlineData("--utrecht-focus-inverse-outline-color", "--utrecht-page-footer-background-color")]
    public void Edges_and_the_focus_ring_stand_out(string edge, string background) =>
        Theme.Contrast(edge, background).ShouldBeGreaterThanOrEqualTo(3);

    [Fact]
    public void Every_token_that_the_theme_refers_to_has_a_value() => Theme.Unresolved().ShouldBeEmpty();
}
