namespace Smederijen.Portal.Delivery;

/// <summary>What became of mails.</summary>
public static class DeliveryEndpoints
{
    public static IReadOnlyList<Endpoint> All { get; } =
    [
        Endpoint.Post<SendGridEvents>("TellOfMails", SendGridEvents.Address, (x, http) => x.Post(http)) with { IsForPrograms = true },
        Endpoint.Get<DomainDesk>("ShowSendingDomain", DomainDesk.Address, (x, http) => x.Show(http), Access.Staff),
        Endpoint.Post<TestMail>("SendTestMail", DomainDesk.Address, (x, http) => x.Post(http), Access.Staff).For(StaffWork.Governing),
    ];

    internal static IServiceCollection AddDelivery(this IServiceCollection services) => services
        .AddSingleton<AskDns>(_ => DnsTexts.Ask)
        .AddSingleton<ReturnedMails>()
        .AddSingleton<SendGridEvents>()
        .AddSingleton<DomainDesk>()
        .AddSingleton<TestMail>();
}
