namespace Wuying.Harness.History;

/// <summary>What is pushed by itself reaches computers on custom images only, what was stopped is shown no more, and only assigned users decide and connect (R5–R9).</summary>
internal sealed class OfferWatch(Findings findings)
{
    private readonly Dictionary<string, string> _imageTypes = [];
    private readonly Dictionary<string, HashSet<string>> _users = [];
    private readonly Dictionary<(string Region, string Version), int> _stopped = [];
    private readonly Dictionary<string, (string Region, string Version, int Push)> _shown = [];

    public void See(Fact fact)
    {
        switch (fact.Kind)
        {
            case "computerRegistered" or "computerReimported":
                _imageTypes[fact.Id] = fact.Text("imageType")!;
                _users[fact.Id] = [.. fact.Data.GetProperty("assignedUserIds").EnumerateArray().Select(user => user.GetString()!)];
                break;
            case "pushStopped" when fact.Text("order", "scope") is "region":
                _stopped[(fact.Event.RegionId, fact.Text("order", "version")!)] = fact.Number("order", "number");
                break;
            case "updateOffered":
                SeeOffer(fact);
                break;
            case "offerRenewed":
                _shown[fact.Id] = _shown[fact.Id] with { Push = fact.Number("pushNumber") };
                break;
            case "offerAccepted" or "offerDeclined" or "userConnected":
                SeeUser(fact, fact.Text("userId")!);
                break;
        }

        if (fact.IsOfComputer && fact.After!.PendingState != "offered")
        {
            _shown.Remove(fact.Id);
        }
    }

    /// <summary>Offers may still come in while a stop is being carried out; none may be left.</summary>
    public void ExpectNoneWithdrawn()
    {
        foreach (var (id, shown) in _shown)
        {
            findings.Expect(shown.Push > _stopped.GetValueOrDefault((shown.Region, shown.Version)), "R7", $"{id} still shows {shown.Version}, whose push was stopped");
        }
    }

    private void SeeOffer(Fact fact)
    {
        findings.Expect(!fact.Is("isAutomatic") || _imageTypes[fact.Id] is "custom", "R5", $"{fact.Id} is on a {_imageTypes[fact.Id]} image and was pushed to");
        _shown[fact.Id] = (fact.Event.RegionId, fact.Text("update", "version")!, fact.Number("pushNumber"));
    }

    private void SeeUser(Fact fact, string user) =>
        findings.Expect(_users[fact.Id].Contains(user), "NotEntitled", $"{user} is not assigned to {fact.Id}: {fact.Kind}");
}
