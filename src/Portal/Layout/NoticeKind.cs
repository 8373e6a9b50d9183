namespace Smederijen.Portal.Layout;

public enum NoticeKind
{
    Info,
    Ok,
    Warning,
    Error,
}
