using Smederijen.Portal.Ideas;

namespace Smederijen.Simulation.Tests.Invariants;

/// <summary>The ideas that people handed in, by their title: each that was accepted is there once, and none is there twice.</summary>
internal sealed class HandedIn
{
    private readonly Dictionary<(string Smederij, string Title), bool> _accepted = [];

    public void Try(string smederij, string title) => _accepted.Add((smederij, title), false);

    public void Accept(string smederij, string title) => _accepted[(smederij, title)] = true;

    public void Check(IReadOnlyDictionary<IdeaKey, FollowedIdea> ideas)
    {
        var stored = ideas.ToLookup(idea => (idea.Key.Smederij, idea.Value.HandedInAs!));
        foreach (var (idea, accepted) in _accepted)
        {
            var times = stored[idea].Count();
            if (times > 1 || (times == 0 && accepted))
                throw new Violation($"'{idea.Title}' of {idea.Smederij} was {(accepted ? "accepted" : "tried")} and is there {times} times.");
        }
    }
}
