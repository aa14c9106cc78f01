import Archive
import ArgumentParser
import FoundationEssentials
import Interview
import Records
import Samples

/// `viva database seed`: sample data, and their removal.
struct DatabaseSeed: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "seed",
        abstract: "Add sample people, questions, templates and interviews, or take them away again.",
        discussion: """
            With them every list has something to show. In a new database they are numbered from 1; elsewhere they take the
            next numbers, which are told, and where interviews of yours are kept it asks first. What is there already stays as it is. All of it belongs to
            people who do not exist, interviews have the label sample, and nothing of it counts when you practise.

            --remove takes away what came as a sample, and leaves what something of yours names.

            EXAMPLES
              viva database seed
              viva database seed --home /tmp/viva-demo
              viva database seed --remove --yes
            """)

    @Flag(help: "Take the samples away again.") var remove = false
    @Flag(help: "Do not ask.") var yes = false
    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var common: CommonOptions

    private struct Output: Encodable {
        var samples: [SampleEntry]
    }

    func run() async throws {
        let data = try await Self.data()
        let archive = try await archive.open(common)
        if remove { try await remove(data, from: archive) } else { try await keep(data, in: archive) }
        await archive.close()
    }

    private static func data() async throws -> SampleData {
        let bank = try Questions.bank(of: Questions.shipped())
        return try await SampleFolder(
            Places.data() + "/seed", questions: bank.questions, roles: RoleFinder(questions: bank.questions),
            catalogue: ChosenPreferences.catalogue(of: bank)
        ).load()
    }

    // MARK: Adding

    private func keep(_ data: SampleData, in archive: Archive) async throws {
        let seeding = SampleSeeding(data, judge: try .installed(), timeZone: .current)
        if try await !seeding.isDone(in: archive.records), try await Self.hasOthers(archive.records) {
            try Confirmation.require(
                "Interviews of yours are kept in \(Places.short(archive.folder)). Add sample data beside them?",
                isGiven: yes)
        }
        let entries = try await seeding.keep(in: archive.records)
        guard !common.json else { return try JSONOutput.print(Output(samples: entries)) }
        let new = entries.filter(\.isNew)
        common.note(
            new.isEmpty
                ? "All samples were there already; nothing was changed."
                : "Added: \(SampleLines.counts(of: new)).")
        for line in SampleLines.numbers(of: entries) { common.note("\(line)") }
        common.note("They go again with: \(self.archive.viva("database seed --remove"))")
    }

    /// Whether there are interviews that are no samples.
    private static func hasOthers(_ records: Records) async throws -> Bool {
        var filter = InterviewFilter()
        filter.withoutTag = SampleData.tag
        return try await !records.interviews(filter, page: .first(1)).items.isEmpty
    }

    // MARK: Taking away

    private func remove(_ data: SampleData, from archive: Archive) async throws {
        let removal = SampleRemoval(data, from: archive)
        let there = try await removal.entries()
        guard !there.isEmpty else {
            guard !common.json else { return try JSONOutput.print(SampleRemoval.Outcome()) }
            return common.note("There are no samples in \(Places.short(archive.folder)).")
        }
        let changed = try await removal.changed(of: there).map { "\($0.number)" }
        let also =
            changed.isEmpty
            ? "" : " What was added to interview \(changed.joined(separator: ", ")) since then goes with it."
        try Confirmation.require("Take away \(SampleLines.counts(of: there))?\(also)", isGiven: yes)
        let outcome = try await removal.remove()
        guard !common.json else { return try JSONOutput.print(outcome) }
        if !outcome.removed.isEmpty {
            common.note("Taken away: \(SampleLines.counts(of: outcome.removed)).")
        }
        for kept in outcome.kept {
            common.note(
                "viva: \(SampleLines.noun(kept.sample.kind)) \(kept.sample.number), \(kept.sample.name), stays: \(kept.reason)"
            )
        }
    }
}
