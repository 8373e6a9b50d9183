using Smederijen.Portal.Layout;

namespace Smederijen.Portal.Tests.Styling;

public class The_theme_is_readable
{
    private static readonly Theme Theme = Theme.Read();

    [Theory]
    [InlineData("document", "document")]
    [InlineData("heading", "document")]
    [InlineData("link", "document")]
    [InlineData("link-visited", "document")]
    [InlineData("link-hover", "document")]
    [InlineData("link-focus", "document")]
    [InlineData("page-footer", "page-footer")]
    [InlineData("skip-link", "skip-link")]
    [InlineData("data-list-item-key", "document")]
    [InlineData("table-header", "table-header")]
    [InlineData("feedback-neutral-fill", "feedback-neutral-fill")]
    [InlineData("feedback-active-fill", "feedback-active-fill")]
    [InlineData("feedback-success-fill", "feedback-success-fill")]
    [InlineData("feedback-warning-fill", "feedback-warning-fill")]
    [InlineData("feedback-danger-fill", "feedback-danger-fill")]
    [InlineData("pagination-relative-link", "pagination-relative-link")]
    [InlineData("pagination-relative-link-hover", "pagination-relative-link-hover")]
    [InlineData("alert-info", "alert-info")]
    [InlineData("alert-ok", "alert-ok")]
    [InlineData("alert-warning", "alert-warning")]
    [InlineData("alert-error", "alert-error")]
    [InlineData("form-field-error-message", "alert-error")]
    [InlineData("link", "alert-info")]
    [InlineData("link", "alert-warning")]
    [InlineData("button", "button")]
    [InlineData("button-primary-action", "button-primary-action")]
    [InlineData("button-primary-action-hover", "button-primary-action-hover")]
    [InlineData("button-primary-action-danger", "button-primary-action-danger")]
    [InlineData("button-primary-action-danger-hover", "button-primary-action-danger-hover")]
    [InlineData("button-secondary-action", "button-secondary-action")]
    [InlineData("button-secondary-action-hover", "button-secondary-action-hover")]
    [InlineData("form-label", "document")]
    [InlineData("form-field-description", "document")]
    [InlineData("form-field-error-message", "document")]
    [InlineData("form-control", "form-control")]
    [InlineData("form-control-placeholder", "form-control")]
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
