namespace Wuying.LoadTester.Invariants;

/// <summary>What is pushed by itself reaches computers on custom images only, what was stopped is shown no more, and only assigned users decide and connect (R5–R9).</summary>
internal sealed class OfferWatch(Findings findings, Names names)
{
    private readonly Dictionary<string, (string ImageType, string[] Users, long ToldIn)> _computers = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Region, string Version), (int Push, long In)> _stopped = [];
    private readonly Dictionary<string, (string Region, string Version, int Push, long In)> _shown = new(StringComparer.Ordinal);

    public void See(Fact fact)
    {
        switch (fact.Kind)
        {
            case "computerRegistered" or "computerReimported":
                _computers[fact.Id] = (names.One(fact.Text("imageType")), [.. fact.Texts("assignedUserIds").Select(names.One)], fact.Sequence);
                break;
            case "pushStopped" when fact.Text("order", "scope") is "region":
                _stopped[(names.One(fact.Region), names.One(fact.Text("order", "version")))] = (fact.Number("order", "number"), fact.Sequence);
                break;
            case "updateOffered":
                SeeOffer(fact);
                break;
            case "offerRenewed" when _shown.TryGetValue(fact.Id, out var shown):
                _shown[fact.Id] = shown with { Push = fact.Number("pushNumber"), In = fact.Sequence };
                break;
            case "offerAccepted" or "offerDeclined" or "userConnected":
                SeeUser(fact, fact.Text("userId"));
                break;
        }

        if (fact.IsOfComputer && fact.Is.PendingState is not "offered")
        {
            _shown.Remove(fact.Id);
        }
    }

    /// <summary>Offers may still come in while a stop is being carried out; none may be left.</summary>
    public void ExpectNoneWithdrawn()
    {
        foreach (var (id, shown) in _shown)
        {
            var stop = _stopped.GetValueOrDefault((shown.Region, shown.Version));
            findings.Expect(shown.Push > stop.Push, "R7", $"{id} still shows {shown.Version}, whose push was stopped", shown.In, stop.In);
        }
    }

    private void SeeOffer(Fact fact)
    {
        if (_computers.TryGetValue(fact.Id, out var computer))
        {
            findings.Expect(
                !fact.Holds("isAutomatic") || computer.ImageType is "custom", "R5", $"{fact.Id} is on a {computer.ImageType} image and was pushed to",
                computer.ToldIn);
        }

        _shown[fact.Id] = (names.One(fact.Region), names.One(fact.Text("update", "version")), fact.Number("pushNumber"), fact.Sequence);
    }

    // Whose computer it is, is not known of one that was there before the history begins.
    private void SeeUser(Fact fact, string user)
    {
        if (_computers.TryGetValue(fact.Id, out var computer))
        {
            findings.Expect(computer.Users.Contains(user), "NotEntitled", $"{user} is not assigned to {fact.Id}: {fact.Kind}", computer.ToldIn);
        }
    }
}
