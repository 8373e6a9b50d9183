using System.Reflection;
using System.Runtime.CompilerServices;
using Smederijen.Domain.Ideas;
using Smederijen.Domain.Plans;
using Smederijen.Domain.Rounds;
using Smederijen.Domain.Stuurgroep;
using Smederijen.Portal.Stuurgroep;

namespace Smederijen.Portal.Tests.Text;

/// <summary>A history is shown whole or not at all: an event without words would take the page down.</summary>
public sealed class Every_event_has_its_words
{
    /// <summary>These are in no log: they only send a mail, or count.</summary>
    private static readonly string[] s_untold =
    [
        nameof(IdeaEvent.ConfirmationAsked), nameof(IdeaEvent.SupportOffered), nameof(IdeaEvent.SupportCompared), nameof(PlanEvent.MemberInvited),
    ];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Whatever_happened(Type events, string texts, string method)
    {
        var tell = typeof(House).Assembly.GetType(texts, throwOnError: true)!
            .GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic).Single(one => one.Name == method
                && one.ReturnType == typeof(string) && (one.GetParameters()[0].ParameterType == events || one.GetParameters()[
                    0].ParameterType == typeof(ResolutionLogLine)));
        foreach (var type in events.GetNestedTypes().Where(type => type.IsSubclassOf(events) && !s_untold.Contains(type.Name)))
        {
            object happened = RuntimeHelpers.GetUninitializedObject(type);
            var told = tell.GetParameters()[0].ParameterType == events ? happened : new ResolutionLogLine((ResolutionEvent)happened, default, "");
            var others = tell.GetParameters().Skip(1).Select(other => other.ParameterType.IsValueType ? Activator.CreateInstance(
                other.ParameterType) : null);
            // What an empty event holds is nothing, so saying it may fail; that there are no words for it may not.
            WhatFails(() => tell.Invoke(null, [told, .. others])).ShouldNotContain("Every event needs", customMessage: $"{type.Name} has no words");
        }
    }

    public static TheoryData<Type, string, string> Kinds => new()
    {
        { typeof(IdeaEvent), "Smederijen.Portal.Ideas.EventTexts", "Title" },
        { typeof(IdeaEvent), "Smederijen.Portal.Api.ApiNames", "Of" },
        { typeof(PlanEvent), "Smederijen.Portal.Plans.PlanEventTexts", "Title" },
        { typeof(RoundEvent), "Smederijen.Portal.Voting.RoundTexts", "Title" },
        { typeof(ResolutionEvent), "Smederijen.Portal.Stuurgroep.ResolutionTexts", "Event" },
    };

    private static string WhatFails(Action tell)
    {
        try
        {
            tell();
            return "";
        }
        catch (TargetInvocationException thrown)
        {
            return thrown.InnerException is KeyNotFoundException ? "Every event needs a name." : thrown.InnerException!.Message;
        }
    }
}
