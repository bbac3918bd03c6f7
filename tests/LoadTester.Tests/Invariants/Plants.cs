using System.Text.Json.Nodes;

namespace Wuying.LoadTester.Tests.Invariants;

/// <summary>One violation for each thing that the checker knows, to be planted into the recorded life.</summary>
internal static class Plants
{
    /// <summary>They, by what is wrong.</summary>
    public static IReadOnlyDictionary<string, Plant> All { get; } = new Dictionary<string, Plant>
    {
        ["events in the wrong order"] = new("order", "comes after event", stream =>
        {
            var index = stream.Events.FindIndex(told => told.Kind() == "userConnected");
            stream.Events.Reverse(index - 1, 2);
        }),
        ["a change that no event tells"] = new("continuity", "was not what userConnected tells it to have been", stream =>
            stream.Find("userConnected").With("2.5.0-R-20230815.094512", "before", "version")),
        ["a computer from nowhere"] = new("continuity", "before its first event", stream =>
        {
            var registered = stream.Find("computerRegistered");
            registered["before"] = registered["after"]!.DeepClone();
        }),
        ["an event that does not say who connected"] = new("shape", "userConnected does not tell userId", stream =>
            stream.Find("userConnected")["data"]!.AsObject().Remove("userId")),

        ["an update that runs on a computer that does not know of it"] = new("R12", "contradicts itself", stream =>
            stream.Find("updateStarted").With("waiting", "after", "pendingState")),
        ["somebody connected to a computer that is being updated"] = new("R12", "is connected to while updating", stream =>
            stream.Find("updateStarted").With("user-01", "after", "connectedUserId")),
        ["a start on a computer that is stopped"] = new("R12", "started on a computer that was stopped", stream =>
            stream.Before(stream.Find("updateStarted", IsScheduled)).With("stopped", "after", "status")),
        ["a start under a connected user"] = new("R12", "was connected", stream =>
            stream.Before(stream.Find("updateStarted", IsScheduled)).With("user-04", "after", "connectedUserId")),

        ["an update asked for twice"] = new("one request", "was asked for twice", stream =>
        {
            var requested = stream.Find("updateRequested");
            stream.Insert(requested, requested);
        }),
        ["an end of an update that nobody asked for"] = new("one request", "which nobody had asked for", stream =>
            stream.Find("updateMissed").With("ecd-08-u999", "data", "updateId")),
        ["a start of an update that nobody asked for"] = new("one request", "started, and nobody had asked for it", stream =>
        {
            var started = stream.Find("updateStarted", IsScheduled);
            stream.Remove(stream.Find("updateRequested", told => told.Text("data", "update", "updateId") == started.Text("data", "updateId")));
            stream.CutAfter(started);
        }) { With = ["one request"] },
        ["a second update beside a pending one"] = new("one update", "was pending", stream =>
        {
            var requested = stream.Find("updateRequested", told => told.Text("data", "update", "date") == "2023-10-26");
            stream.Insert(requested, requested).With("ecd-05-u999", "data", "update", "updateId");
        }),

        ["a day picked when it is too soon"] = new("R16", "was picked 02:00:00 ahead", stream =>
            Cancelled(stream).MovedTo(new DateTimeOffset(2023, 10, 24, 14, 0, 0, TimeSpan.Zero))),
        ["a day picked too far ahead"] = new("R16", "2023-12-30 was picked", stream =>
            Cancelled(stream).With("2023-12-30", "data", "update", "date")),

        ["an offer accepted after its update had ended"] = new("R7", "offerAccepted of ecd-01-u1, which had ended by updateSucceeded", stream =>
        {
            var accepted = stream.Find("offerAccepted", told => told.IsOf("ecd-01"));
            stream.Insert(stream.After(accepted, "updateSucceeded"), accepted);
        }),
        ["an offer accepted while its update runs"] = new("R7", "was accepted, but it was offered, started: True", stream =>
        {
            var accepted = stream.Find("offerAccepted", told => told.IsOf("ecd-01"));
            var started = stream.After(accepted, "updateStarted");
            stream.Insert(started, accepted).With(started.Text("at"), "data", "startsAt");
        }),
        ["an offer withdrawn after it was accepted"] = new("R7", "was withdrawn though it was accepted", stream =>
        {
            var accepted = stream.Find("offerAccepted", told => told.IsOf("ecd-02"));
            var withdrawn = stream.Insert(accepted, stream.Find("offerWithdrawn")).With(accepted.Text("data", "updateId"), "data", "updateId");
            foreach (var name in new[] { "updateId", "pendingState", "snapshot" })
            {
                withdrawn.With(null, "after", name);
            }

            stream.CutAfter(withdrawn);
        }),
        ["an offer that is still shown after its push was stopped"] = new("R7", "whose push was stopped", stream =>
        {
            var withdrawn = stream.Events.Last(told => told.Kind() == "offerWithdrawn" && told.Text("data", "updateId") is not null);
            stream.CutAfter(withdrawn);
            stream.Remove(withdrawn);
        }) { ShowsAtTheEnd = true },
        ["an offer accepted for five hours later"] = new("R8", "was accepted for 5 hours later", stream =>
        {
            var accepted = stream.Find("offerAccepted", told => told.IsOf("ecd-03"));
            accepted.With(accepted.At().AddHours(5).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'"), "data", "startsAt");
        }),
        ["a start of an offer that nobody accepted"] = new("R8", "started though nobody had accepted it", stream =>
            stream.Remove(stream.Find("offerAccepted", told => told.IsOf("ecd-01")))),
        ["a push by itself to a computer on a system image"] = new("R5", "is on a system image and was pushed to", stream =>
            stream.Find("computerRegistered", told => told.IsOf("ecd-02")).With("system", "data", "imageType")),
        ["a stranger who connects"] = new("NotEntitled", "stranger is not assigned to", stream =>
            stream.Find("userConnected").With("stranger", "data", "userId")),

        ["a connection to a stopped computer"] = new("R9", "was connected to while stopped", stream =>
            stream.Before(stream.Find("userConnected")).With("stopped", "after", "status")),
        ["a connection after the offer was accepted for now"] = new("R9", "after its update was accepted for now", stream =>
        {
            var connected = stream.Insert(stream.Find("offerAccepted", told => told.IsOf("ecd-01")), stream.Find("userConnected"));
            connected.With("user-01", "data", "userId").With("user-01", "after", "connectedUserId");
        }),
        ["a start before the time that the user chose"] = new("R9", "outside", stream =>
        {
            var accepted = stream.Find("offerAccepted", told => told.IsOf("ecd-02"));
            stream.CutAfter(stream.After(accepted, "updateStarted").MovedTo(accepted.At().AddHours(1)));
        }),

        ["a second start of a running update"] = new("one start", "started twice", stream =>
        {
            var started = stream.Find("updateStarted");
            stream.Insert(started, started);
        }) { With = ["R12", "one operation"] },
        ["a start after the end"] = new("one start", "started after it had ended by updateSucceeded", stream =>
        {
            var started = stream.Find("updateStarted", told => told.IsOf("ecd-01"));
            var again = stream.Insert(stream.After(started, "updateSucceeded"), started);
            again["after"] = started["after"]!.DeepClone();
            stream.CutAfter(again);
        }),
        ["a start without a snapshot"] = new("R19", "started with snapshot creating", stream =>
            stream.Before(stream.Find("updateStarted", IsScheduled)).With("creating", "after", "snapshot")),
        ["a start after the last one that could end in the window"] = new("R20", "outside", stream =>
        {
            var started = stream.Find("updateStarted", IsScheduled);
            stream.CutAfter(started);
            started.MovedTo(new DateTimeOffset(2023, 10, 24, 20, 46, 0, TimeSpan.Zero));
        }),

        ["two ends of one update"] = new("one outcome", "which had ended by updateSucceeded", stream =>
        {
            var succeeded = stream.Find("updateSucceeded");
            stream.Insert(succeeded, succeeded);
        }),
        ["a success of an update that never started"] = new("one outcome", "ended by updateSucceeded, and had not started", stream =>
            stream.Remove(stream.Find("updateStarted", told => told.IsOf("ecd-01")))),
        ["an update missed while it ran"] = new("one outcome", "ended by updateMissed, and had started", stream =>
            stream.After(stream.Find("updateStarted", told => told.IsOf("ecd-01")), "updateSucceeded").As("updateMissed")),
        ["an update that never ended"] = new("one outcome", "never ended", stream =>
        {
            var missed = stream.Find("updateMissed");
            stream.CutAfter(missed);
            stream.Remove(missed);
        }) { ShowsAtTheEnd = true },
        ["an update that waited on after its window"] = new("R28", "still waited at", stream =>
            stream.Find("updateMissed").MovedTo(new DateTimeOffset(2023, 10, 24, 23, 0, 0, TimeSpan.Zero))),
        ["a success that leaves the old version"] = new("R13", "after its update to", stream =>
        {
            var succeeded = stream.Find("updateSucceeded");
            succeeded.With(succeeded.Text("before", "version"), "after", "version");
        }),

        ["more updates on a day than its quota has"] = new("R17", "places of cn-hangzhou 2023-10-24 are taken, of 1", stream =>
        {
            var set = stream.Find("dailyUpdateQuotaSet").MovedTo(new DateTimeOffset(2023, 10, 24, 9, 0, 0, TimeSpan.Zero));
            stream.Events.FindAll(told => told.Subject() == set.Subject() && told.Sequence() >= set.Sequence()).ForEach(told => told.With(1, "after", "dailyUpdateQuota"));
        }),
        ["a ledger with a place that no update accounts for"] = new("R17", "and 4 accounted for by events", stream =>
        {
            var day = stream.Places.First(places => places["date"]!.GetValue<string>() == "2023-10-24");
            day["reserved"] = day["reserved"]!.GetValue<int>() + 1;
        }) { IsInLedgers = true },
        ["a ledger without the place of an update"] = new("R17", "accounted for by events", stream =>
            stream.Places.First()["reserved"] = 0) { IsInLedgers = true },

        ["a second operation beside the first"] = new("one operation", "began restarting while busy with snapshotting", stream =>
        {
            var started = stream.Find("snapshotStarted");
            stream.Insert(started, started).As("operationStarted").With("restarting", "data", "operation", "kind");
        }),
        ["an operation that takes hours"] = new("R28", "was at snapshotting from", stream =>
        {
            var completed = stream.After(stream.Find("snapshotStarted"), "snapshotCompleted");
            completed.MovedTo(completed.At().AddHours(2));
        }),
        ["an operation that never ends"] = new("R28", "is still at image", stream =>
            stream.Remove(stream.Find("imageUpdateSucceeded"))) { ShowsAtTheEnd = true },
        ["a failed update that leaves the computer running"] = new("R25", "after a failed update", stream =>
            stream.Find("updateFailed").With("running", "after", "status")),

        ["an eleventh snapshot"] = new("R27", "keeps 11 snapshots", stream =>
            stream.Find("snapshotCompleted", told => told["data"]!["removed"]!.AsArray().Count > 0).With(new JsonArray(), "data", "removed")),
        ["a restore from a snapshot that is gone"] = new("R27", "which had been removed", stream =>
        {
            var removed = stream.Find("snapshotCompleted", told => told["data"]!["removed"]!.AsArray().Count > 0)["data"]!["removed"]![0]!.GetValue<string>();
            Restored(stream).With(removed, "data", "operation", "snapshotId");
        }),
        ["a restore to something else"] = new("R26", "was restored to", stream =>
            Restored(stream).With("2.5.0-R-20230815.094512", "after", "version")),

        ["a user who was told nothing"] = new("R10", "and not \"", stream =>
            stream.Notifications.First()["told"]!.AsArray().RemoveAt(0)) { IsInLedgers = true },
        ["a user who was told twice"] = new("R10", "was told", stream =>
        {
            var told = stream.Notifications.First()["told"]!.AsArray();
            told.Insert(0, told[0]!.DeepClone());
        }) { IsInLedgers = true },
        ["a user who was told something else"] = new("R10", "was told \"missed\"", stream =>
            stream.Notifications.First()["told"]![0]!["kind"] = "missed") { IsInLedgers = true },
    };

    private static bool IsScheduled(JsonObject told) => told.IsOf("ecd-04");

    private static JsonObject Cancelled(RecordedStream stream) => stream.Find("updateRequested", told => told.IsOf("ecd-06"));

    private static JsonObject Restored(RecordedStream stream) =>
        stream.Find("operationSucceeded", told => told.Text("data", "operation", "kind") == "restoring" && told.IsOf("ecd-09"));
}
