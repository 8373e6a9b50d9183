using Smederijen.Portal.Ledgers;

namespace Smederijen.Portal.Ballots;

/// <summary>
/// A vote runs, and its ballot box or half of its key is not there: the main store was restored without it, or somebody removed it. No
/// other try mends that, so what needs the box is given up and shown to staff.
/// </summary>
public sealed class BallotBoxLostException(RoundKey vote, string what) : Exception(
    $"The ballot box of {vote} {what}: put back the copy that was made of it during the vote, as docs/operations.md tells, and try again.");
