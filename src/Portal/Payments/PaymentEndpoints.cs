namespace Smederijen.Portal.Payments;

/// <summary>The pages of who pays, behind the sign-in of staff.</summary>
public static class PaymentEndpoints
{
    private const string Desk = PaymentDesk.Address;

    public static IReadOnlyList<Endpoint> All { get; } =
    [
        Endpoint.Get<PaymentDesk>("ShowPayments", Desk, (x, http) => x.Show(http), Access.Staff).For(StaffWork.Paying),
        Endpoint.Post<PaymentDesk>("BeginBatch", Desk, (x, http) => x.Begin(http), Access.Staff).For(StaffWork.Paying),
        Endpoint.Get<BatchDesk>("ShowBatch", Desk + "/opdrachten/{id}", (x, http) => x.Show(http), Access.Staff).For(StaffWork.Paying),
        Endpoint.Get<BatchDesk>("ShowBankFile", Desk + "/opdrachten/{id}/pain001.xml", (x, http) => x.ShowBankFile(http), Access.Staff)
            .For(StaffWork.Paying),
        Endpoint.Get<BatchDesk>("ShowPaymentTable", Desk + "/opdrachten/{id}/betalingen.csv", (x, http) => x.ShowTable(http), Access.Staff)
            .For(StaffWork.Paying),
        Endpoint.Post<BatchDesk>("SignBatch", Desk + "/opdrachten/{id}/tekenen", (x, http) => x.Sign(http), Access.Staff).For(StaffWork.Paying),
        Endpoint.Post<BatchDesk>("ThrowBatchAway", Desk + "/opdrachten/{id}/weggooien", (x, http) => x.ThrowAway(http), Access.Staff)
            .For(StaffWork.Paying),
        Endpoint.Get<BatchDesk>("ShowPayeeNames", Desk + "/opdrachten/{id}/namen.csv", (x, http) => x.ShowNames(http), Access.Staff).For(StaffWork.Paying),
        Endpoint.Post<BatchDesk>("CheckPayees", Desk + "/opdrachten/{id}/namen", (x, http) => x.CheckNames(http), Access.Staff).For(StaffWork.Paying),
        Endpoint.Post<BankFileDesk>("ReadBankFile", BankFileDesk.Address, (x, http) => x.Receive(http), Access.Staff).For(StaffWork.Paying),
        Endpoint.Get<BankFileDesk>("ShowFileOfBank", BankFileDesk.Address + "/{id}", (x, http) => x.Show(http), Access.Staff).For(StaffWork.Paying),
        Endpoint.Get<BankLineDesk>("ShowLineOfBank", Desk + "/regels/{id}", (x, http) => x.Show(http), Access.Staff).For(StaffWork.Paying),
        Endpoint.Post<BankLineDesk>("ProposeMeaning", Desk + "/regels/{id}/voorstel", (x, http) => x.Propose(http), Access.Staff).For(StaffWork.Paying),
        Endpoint.Post<BankLineDesk>("AgreeOnMeaning", Desk + "/regels/{id}/vaststellen", (x, http) => x.Agree(http), Access.Staff).For(StaffWork.Paying),
        Endpoint.Post<BankLineDesk>("DropMeaning", Desk + "/regels/{id}/voorstel-weg", (x, http) => x.Drop(http), Access.Staff).For(StaffWork.Paying),
        Endpoint.Get<PaymentDesk>("ShowPayment", Desk + "/{id:minlength(10)}", (x, http) => x.ShowOrder(http), Access.Staff).For(StaffWork.Paying),
        Endpoint.Post<PaymentDesk>("ProposeOutcome", Desk + "/{id}/voorstel", (x, http) => x.Propose(http), Access.Staff).For(StaffWork.Paying),
        Endpoint.Post<PaymentDesk>("AgreeOnOutcome", Desk + "/{id}/vaststellen", (x, http) => x.Agree(http), Access.Staff).For(StaffWork.Paying),
        Endpoint.Post<PaymentDesk>("DropOutcome", Desk + "/{id}/voorstel-weg", (x, http) => x.Drop(http), Access.Staff).For(StaffWork.Paying),
    ];

    internal static IServiceCollection AddPayments(this IServiceCollection services) => services
        .AddItems(_ => PaymentKind.Kind)
        .AddItems(provider => BatchKind.Of(provider.GetRequiredService<SettingsBook>(), provider.GetRequiredService<IEntityStore>()))
        .AddItems(_ => BankFileKind.Kind)
        .AddItems(_ => BankLineKind.Kind)
        .AddSingleton<Payees>()
        .AddSingleton<Paying>()
        .AddSingleton<PayeeErasure>()
        .AddSingleton<SealedLines>()
        .AddSingleton<BankMatching>()
        .AddSingleton<BankFileReader>()
        .AddSingleton<BankTaking>()
        .AddSingleton<BankFileDesk>()
        .AddSingleton<BankLineDesk>()
        .AddSingleton<PaymentDesk>()
        .AddSingleton<BatchDesk>();
}
