using Smederijen.Portal.Ideas;

namespace Smederijen.Portal.Payments;

/// <summary>
/// What follows from a file of the bank: its lines become items, and each is told to what it is about. Each step may be done twice, and may have
/// stopped in the middle before.
/// </summary>
public sealed class BankTaking(
    BankFileItems files, BankLineItems lines, PaymentItems orders, BatchItems batches, IdeaItems ideas, SealedLines sealedLines, StaffNames names,
    IEntityStore store)
{
    public static IReadOnlyList<Deed> Deeds { get; } =
    [
        Deed.Of<BankTaking, BankFileEffect.TakePart>((x, key, take, cancellation) => x.Take(BankFileKey.Of(key), take.Part, cancellation)),
        Deed.Of<BankTaking, BankLineEffect.HandOver>((x, key, _, cancellation) => x.HandOver(BankLineKey.Of(key), cancellation)),
    ];

    private async Task Take(BankFileKey key, int number, CancellationToken cancellation)
    {
        // A part that is gone is in.
        if ((await files.Load(key, cancellation))?.Item is not { } file || await sealedLines.Part(key.Id, number, cancellation) is not { } part)
            return;
        var known = 0;
        foreach (var line in part.Lines)
            known += await Take(file, line, cancellation) ? 0 : 1;
        await files.Handle(
            key, CommandId.From($"{key.Id}-deel-{number}"), at => new BankFileEvent.PartTaken(at, number, known), cancellation: cancellation);
    }

    /// <returns>Whether this is the first file that it stands in.</returns>
    private async Task<bool> Take(BankFile file, ReadLine line, CancellationToken cancellation)
    {
        var key = new BankLineKey(line.Id);
        var command = CommandId.From($"regel {line.Id}");
        var outcome = await lines.Ensure(key, command, "", at =>
        {
            var e = new BankLineEvent.Read(at, file.Id, file.By, file.Sort, line.IsIn, line.Amount, line.On, line.Meaning, line.Doubt);
            return new(e, default, BankLineDecider.Start(line.Id, e));
        }, also: IsToldOnly(line) ? [] : [sealedLines.Keep(line.Id, line.Text ?? new LineText())], cancellation: cancellation);
        return outcome is not Outcome<BankRefusal>.AlreadySo || (await lines.Load(key, cancellation))?.Item.File == file.Id;
    }

    /// <summary>It is settled as soon as it is read.</summary>
    private static bool IsToldOnly(ReadLine line) => line is { Meaning: LineMeaning.Accepted, Doubt: null };

    private async Task HandOver(BankLineKey key, CancellationToken cancellation)
    {
        if ((await lines.Load(key, cancellation))?.Item is not { State: LineState.Handed handed } line)
            return;
        var doubt = handed.Meaning switch
        {
            LineMeaning.Paid x => await Tell(
                line, x.Order, "betaald", at => new PaymentEvent.BankPaid(at, line.On, line.Id), cancellation),
            LineMeaning.Returned x => await Tell(
                line, x.Order, "terug", at => new PaymentEvent.BankReturned(at, line.On, x.Code, line.Id, x.NeverLeft), cancellation),
            LineMeaning.PaidBack x when handed.FirstBy is null && await IsRecorded(line.Id, x, cancellation) => LineDoubt.RecordedBefore,
            LineMeaning.PaidBack x => await Tell(line, x, handed.SecondBy ?? line.By, cancellation),
            var other => throw new InvalidOperationException($"Nobody is told of {other.GetType().Name}."),
        };
        await lines.Handle(
            key, CommandId.From($"antwoord {key.Id} {line.Revision}"), at => new BankLineEvent.Answered(at, doubt), cancellation: cancellation);
    }

    /// <exception cref="InvalidOperationException">The order did not hear yet that its batch was signed: it is tried again.</exception>
    private async Task<LineDoubt?> Tell(
        BankLine line, string order, string what, Func<DateTimeOffset, PaymentEvent> happening, CancellationToken cancellation)
    {
        var key = new PaymentKey(order);
        if ((await orders.Load(key, cancellation))?.Item is { } item && item.Amount != line.Amount)
            return LineDoubt.OtherAmount;
        return await orders.Handle(key, CommandId.From($"{what} {order} {line.Id}"), happening, cancellation: cancellation) switch
        {
            Outcome<PaymentRefusal>.Refused { Reason: PaymentRefusal.ToldBefore } => LineDoubt.ToldBefore,
            Outcome<PaymentRefusal>.Refused => await IsOnItsWay(key, cancellation)
                ? throw new InvalidOperationException($"Payment {order} did not hear yet that it was sent.") : LineDoubt.NotSent,
            Outcome<PaymentRefusal>.Unknown => LineDoubt.Unrecognised,
            _ => null,
        };
    }

    private async Task<bool> IsOnItsWay(PaymentKey order, CancellationToken cancellation) =>
        (await orders.Load(order, cancellation))?.Item.State is PaymentState.InBatch { Sent: false, Batch: var batch }
        && (await batches.Load(new BatchKey(batch), cancellation))?.Item.State is BatchState.Signed;

    /// <summary>
    /// Whether somebody of the staff said before that this amount is there, without a line of the bank. What they said after this line was told is
    /// other money: a step that stopped in the middle goes on.
    /// </summary>
    private async Task<bool> IsRecorded(string line, LineMeaning.PaidBack back, CancellationToken cancellation)
    {
        var said = await store.All(back.Smederij, IdeaKeys.LogOf(back.Idea), cancellation)
            .Select(row => row.TryRead(IdeaJson.Default.LogLine)?.Event).OfType<IdeaEvent.MoneyReceived>().ToListAsync(cancellation);
        return said.All(one => one.Line != line) && said.Any(one => one.Line is null && one.Amount == back.Amount);
    }

    /// <summary>Only now the money can be spent again.</summary>
    /// <exception cref="InvalidOperationException">More money came in at the same moment: it is tried again.</exception>
    private async Task<LineDoubt?> Tell(BankLine line, LineMeaning.PaidBack back, string by, CancellationToken cancellation)
    {
        var key = new IdeaKey(back.Smederij, back.Idea);
        var open = (await ideas.Load(key, cancellation))?.Item.State is IdeaState.Ended { Refund: { } refund } ? refund.Open : Euro.Zero;
        var name = StaffNames.Find(await names.Known(Partitions.Payments, cancellation), by);
        return await ideas.Handle(
            key, CommandId.From($"terugbetaald {key} {line.Id}"),
            at => new IdeaEvent.MoneyReceived(at, by, back.Amount, line.On, open, line.Id),
            async token => await names.Introduce(key.Smederij, new StaffMember(by, name, new HashSet<string>()), token), cancellation) switch
        {
            Outcome<Refusal>.Refused { Reason: Refusal.OwedChangedSince } =>
                throw new InvalidOperationException($"What {key} owes changed while line {line.Id} was read."),
            Outcome<Refusal>.Refused { Reason: Refusal.MoreThanOwed } => LineDoubt.MoreThanOwed,
            Outcome<Refusal>.Refused { Reason: Refusal.DayBeforePayment } => LineDoubt.BeforePayment,
            Outcome<Refusal>.Refused { Reason: Refusal.DayIsAhead } => LineDoubt.DayIsAhead,
            Outcome<Refusal>.Refused => LineDoubt.NothingOwed,
            Outcome<Refusal>.Unknown => LineDoubt.Unrecognised,
            _ => null,
        };
    }
}
